import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';

/** Files that hold articles, and the folders that could not be listed, each as a problem. */
export async function listArchiveFiles(
  folders: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly unlisted: readonly Problem[] }> {
  const files: string[] = [];
  const unlisted: Problem[] = [];
  for (const folder of folders) {
    try {
      const names = await readdir(folder, { recursive: true });
      files.push(...names.filter(isArchiveName).map((name) => join(folder, name)));
    } catch {
      const mend = 'Name a folder that "factdesk import" has written';
      unlisted.push({ file: folder, what: 'the archive folder cannot be read', mend });
    }
  }
  return { files: [...new Set(files)].sort(), unlisted };
}

/** Dot files are half-written or an editor's. */
function isArchiveName(name: string): boolean {
  return /\.jsonl$/i.test(name) && !name.split(/[\\/]/).some((part) => part.startsWith('.'));
}

/**
 * A text that changes when the file is written again. Cheap: size and time, not the content; empty for a file that is
 * gone.
 */
export async function stampOf(file: string): Promise<string> {
  const state = await stat(file).catch(() => undefined);
  return state ? `${state.size} ${state.mtimeMs}` : '';
}
