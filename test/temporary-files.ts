import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Short: in it lie sockets, whose addresses may have no more than a hundred letters. */
const NAME = 'fd-';

/** Gives the tests, and the processes that they start, one folder for temporary files that goes when they end. */
export function setup(): (() => void) | undefined {
  // Each project of the run calls this.
  if (basename(tmpdir()).startsWith(NAME)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), NAME));
  // Some of them run as another user.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
