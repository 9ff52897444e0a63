import type { Problem } from '../problem.ts';
import { nonFileAt } from './list-files.ts';
import { notAFile, type TextFileKind } from './read-text.ts';

/** What is wrong where something that is no file, such as a folder, has the name of a file of the corpus. */
export function nonFileProblem(folder: string, file: string, kind: TextFileKind): Problem | undefined {
  try {
    const what = nonFileAt(folder, file);
    return what === undefined ? undefined : notAFile(file, kind, what);
  } catch {
    // Reading the file reports what is wrong.
    return undefined;
  }
}
