import { close, constants, fstat, open, read, type Stats } from 'node:fs';
import { promisify } from 'node:util';
import { codeOf, isGone, UnreachableFileError } from './file-errors.ts';

/** Every reply reads a few files: `node:fs/promises` takes five times as long over a small one. */
const openFile = promisify(open);
const stateOf = promisify<number, Stats>(fstat);
const readInto = promisify(read);
const closeFile = promisify(close);

/** The content of a file, or why it was not read. */
export type FileReading =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'gone' }
  /** It is larger than was asked for. */
  | { readonly kind: 'large' }
  /** Something else stands there, such as `a pipe`. */
  | { readonly kind: 'no file'; readonly what: string };

/** Flags of opening. A pipe does not wait for its other end, and a terminal does not become that of the process. */
export const NON_BLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Reads a file of at most `largest` bytes. Rejects with an `UnreachableFileError` when it cannot be read just now. */
export async function readRegularFile(file: string, largest: number): Promise<FileReading> {
  try {
    return await withFile(file, (descriptor, state) => readWhole(descriptor, state, largest));
  } catch (error) {
    if (await isGone(file, error)) return { kind: 'gone' };
    throw new UnreachableFileError(file, codeOf(error));
  }
}

async function withFile<Result>(
  file: string,
  work: (descriptor: number, state: Stats) => Promise<Result>,
): Promise<Result> {
  const descriptor = await openFile(file, NON_BLOCKING);
  try {
    return await work(descriptor, await stateOf(descriptor));
  } finally {
    await closeFile(descriptor);
  }
}

async function readWhole(descriptor: number, state: Stats, largest: number): Promise<FileReading> {
  const what = nonFileKind(state);
  if (what !== undefined) return { kind: 'no file', what };
  if (state.size > largest) return { kind: 'large' };
  const bytes = new Uint8Array(state.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await readInto(descriptor, bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return { kind: 'read', bytes: bytes.subarray(0, length) };
}

/** What a path is that is not a file, such as `a pipe`; undefined for a file. */
export function nonFileKind(state: Stats): string | undefined {
  if (state.isFile()) return undefined;
  if (state.isDirectory()) return 'a folder';
  if (state.isFIFO()) return 'a pipe';
  return state.isSocket() ? 'a socket' : 'a device';
}
