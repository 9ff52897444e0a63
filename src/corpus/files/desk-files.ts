import { join } from 'node:path';
import { UnreachableFileError } from './file-errors.ts';
import { listFiles } from './list-files.ts';
import { readRegularFile } from './read-file.ts';

/** A sheet of this size is told as a problem long before. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** Whether a name in the folder of the sheets is that of a file the desk keeps: a sheet, or a list beside them. */
export function isDeskFile(name: string): boolean {
  return /\.(?:md|ya?ml)$/i.test(name) && name.split('/').every((part) => /^[^.\\\0][^\\\0]*$/.test(part));
}

/**
 * The names of all files that the desk keeps in the folder of its sheets, sub-folders included; none where there is no
 * such folder. What must not be opened, such as a link out of it, is left out. Throws {@link UnreachableFileError}.
 */
export function listDeskFiles(folder: string): readonly string[] {
  const { files, unreachable } = listFiles(folder, isDeskFile);
  const [missed] = unreachable;
  const isMissing = missed?.code === 'ENOENT' && missed.file === join(folder, '');
  if (missed !== undefined && !isMissing) throw new UnreachableFileError(missed.file, missed.code);
  return files.map(({ name }) => name);
}

/** What is in one of them; undefined where there is none. Rejects with {@link UnreachableFileError}. */
export async function readDeskFile(folder: string, name: string): Promise<Uint8Array | undefined> {
  const file = join(folder, name);
  try {
    const reading = await readRegularFile(file, LARGEST_BYTES);
    if (reading.kind === 'read') return reading.bytes;
    if (reading.kind === 'gone') return undefined;
    throw new UnreachableFileError(file, reading.kind === 'large' ? 'EFBIG' : reading.what);
  } catch (error) {
    // Its folder may be missing, too.
    if (error instanceof UnreachableFileError && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
