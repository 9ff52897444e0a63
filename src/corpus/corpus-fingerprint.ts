import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './files/file-errors.ts';
import type { CorpusPlace } from './load-corpus.ts';

/**
 * A hash that differs when a file of a corpus was added, removed, written or replaced, or cannot be read any more; dot
 * files are ignored. Names, sizes and times are polled, because file events are missed on network disks, in containers
 * and when a folder is replaced. Synchronous: call it where nobody waits for this thread.
 */
export function corpusFingerprint({ sheets, archive }: CorpusPlace): string {
  const hash = createHash('sha256');
  const visited = new Set<string>();
  const walk = (folder: string) => {
    // A link may lead back up.
    const real = realpathSync(folder);
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of readdirSync(folder).sort()) if (!name.startsWith('.')) add(join(folder, name));
  };
  const add = (path: string) => {
    try {
      const state = statSync(path);
      if (state.isDirectory()) return walk(path);
      const { mode, size, mtimeMs, ctimeMs, ino } = state;
      hash.update(`${path}\t${mode}\t${size}\t${mtimeMs}\t${ctimeMs}\t${ino}\n`);
    } catch (error) {
      hash.update(`${path}\t${codeOf(error)}\n`);
    }
  };
  for (const folder of [sheets, ...archive]) add(folder);
  return hash.digest('base64');
}
