import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './files/file-trouble.ts';
import type { CorpusPlace } from './load-corpus.ts';

/**
 * A text that differs when anything that is no dot file was added, removed, written or replaced in the folders of a
 * corpus, or cannot be looked into any more. Names, sizes and times are compared: that misses nothing on network disks, in
 * containers, and when a folder is replaced. In one go: do it where nobody waits for this thread.
 */
export function lookAtCorpus({ sheets, archive }: CorpusPlace): string {
  const seen = createHash('sha256');
  const been = new Set<string>();
  const walk = (folder: string) => {
    // A link may lead back up.
    const real = realpathSync(folder);
    if (been.has(real)) return;
    been.add(real);
    for (const name of readdirSync(folder).sort()) if (!name.startsWith('.')) note(join(folder, name));
  };
  const note = (path: string) => {
    try {
      const state = statSync(path);
      if (state.isDirectory()) return walk(path);
      const { mode, size, mtimeMs, ctimeMs, ino } = state;
      seen.update(`${path}\t${mode}\t${size}\t${mtimeMs}\t${ctimeMs}\t${ino}\n`);
    } catch (error) {
      seen.update(`${path}\t${codeOf(error)}\n`);
    }
  };
  for (const folder of [sheets, ...archive]) note(folder);
  return seen.digest('base64');
}
