import { readFile, stat } from 'node:fs/promises';
import type { Problem } from './problem.ts';

/** What a file of the desk may be at most, and what it is called in problems. */
export interface TextFileKind {
  /** As in "the sheet". */
  readonly name: string;
  readonly largestMegabytes: number;
  /** What to do when it is larger. */
  readonly mendSize: string;
}

/** Reads a file that people at the desk edit. What is wrong with it is a problem of the whole file. Never rejects. */
export async function readTextFile(
  file: string,
  { name, largestMegabytes, mendSize }: TextFileKind,
): Promise<string | Problem> {
  const problem = (what: string, mend: string): Problem => ({
    file,
    line: 1,
    what: `the ${name} ${what}`,
    mend,
  });
  try {
    if ((await stat(file)).size > largestMegabytes * 1024 * 1024) {
      return problem(`is larger than ${largestMegabytes} MB`, mendSize);
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return text.includes('\0') ? problem('holds NUL bytes', 'Save it again as UTF-8') : text;
  } catch (error) {
    if (error instanceof TypeError) return problem('is not UTF-8 text', 'Save it again as UTF-8');
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return problem(`cannot be read (${code})`, 'Check that it is a file and that its rights allow reading');
  }
}
