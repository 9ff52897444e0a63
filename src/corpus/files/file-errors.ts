import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A file could not be read just now: too many files are open, a disk does not answer, a permission is missing. Its
 * content may be unchanged, so what was read of it before stays in use.
 */
export class UnreachableFileError extends Error {
  override readonly name = 'UnreachableFileError';
  readonly file: string;
  /** The system's error code, such as `EMFILE`, or what stands there instead. */
  readonly code: string;

  constructor(file: string, code: string) {
    super(
      `${file} could not be looked into just now (${code}). Try again; if it stays so, check its rights.`,
    );
    this.file = file;
    this.code = code;
  }
}

/** The system's error code, such as `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Whether a file that could not be opened is not there. Where its folder is missing too, a disk may be unmounted. */
export async function isGone(file: string, error: unknown): Promise<boolean> {
  if (codeOf(error) !== 'ENOENT') return false;
  const folder = await stat(dirname(file)).catch(() => undefined);
  return folder?.isDirectory() === true;
}
