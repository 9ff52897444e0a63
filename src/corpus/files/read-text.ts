import type { Problem } from '../problem.ts';
import { UnreachableFileError } from './file-errors.ts';
import { readRegularFile } from './read-file.ts';

/** What a file of the desk may be at most, and what it is called in problems. */
export interface TextFileKind {
  /** As in "the sheet". */
  readonly name: string;
  readonly largestMegabytes: number;
  /** What to do when it is larger. */
  readonly mendSize: string;
}

/** The text of a file that people at the desk edit, or what keeps it from being read. */
export type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'no text'; readonly problem: Problem }
  /** It may hold what it held before. */
  | { readonly kind: 'unreachable'; readonly problem: Problem };

/** Reads a file that people at the desk edit. What is wrong with it is a problem of the whole file. Never rejects. */
export async function readText(file: string, kind: TextFileKind): Promise<TextReading> {
  const { name, largestMegabytes, mendSize } = kind;
  const noText = (what: string, mend: string): TextReading => ({
    kind: 'no text',
    problem: { file, line: 1, what: `the ${name} ${what}`, mend },
  });
  try {
    const reading = await readRegularFile(file, largestMegabytes * 1024 * 1024);
    if (reading.kind === 'gone') return reading;
    if (reading.kind === 'large') return noText(`is larger than ${largestMegabytes} MB`, mendSize);
    if (reading.kind === 'no file') return { kind: 'no text', problem: notAFile(file, kind, reading.what) };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(reading.bytes);
    return text.includes('\0') ? noText('holds NUL bytes', 'Save it again as UTF-8') : { kind: 'text', text };
  } catch (error) {
    if (error instanceof TypeError) return noText('is not UTF-8 text', 'Save it again as UTF-8');
    const code = error instanceof UnreachableFileError ? error.code : String(error);
    return { kind: 'unreachable', problem: unreachable(file, kind, code) };
  }
}

/** Something of the name of such a file that is none. */
export function notAFile(file: string, { name }: TextFileKind, what: string): Problem {
  const mend = 'Put a file there, or give it another name';
  return { file, line: 1, what: `the ${name} is ${what}, and is not opened`, mend };
}

/** A file that could not be looked into. */
export function unreachable(file: string, { name }: TextFileKind, code: string): Problem {
  const what = `the ${name} cannot be read (${code})`;
  return { file, line: 1, what, mend: 'Check that it is a file and that its rights allow reading' };
}
