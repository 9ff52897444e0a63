import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What holds words of the newsroom in any form is for the user alone who runs the bot. */
const OWNER_ONLY: Mode = { file: 0o600, folder: 0o700 };

interface Mode {
  readonly file: number;
  readonly folder: number;
  readonly exact?: boolean;
}

/** How a file is written. */
interface WholeOptions {
  /** Where it is written first. */
  readonly beside: string;
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Rights of the file, to the bit where it is `exact`, and of folders that are made. @default its owner's alone */
  readonly mode?: Mode;
  /** Whether what is written beside must not be there yet: then one writer at a time comes through. @default false */
  readonly isExclusive?: boolean;
  /** Asked last, when all is on the disk; unless it resolves true, the file stays as it is. @default it is written */
  readonly mayReplace?: () => Promise<boolean>;
}

/**
 * Writes a file, in a folder made where it is missing, so that whoever reads sees the old one or the new one, whole: it
 * is written beside its place, to the disk, and renamed. Resolves false where it was not to be replaced. Rejects when
 * the disk does. Nothing of it is left beside either way.
 */
export async function writeWhole(
  file: string,
  { beside, pieces, mode = OWNER_ONLY, isExclusive = false, mayReplace = async () => true }: WholeOptions,
): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: mode.folder });
  const handle = await open(beside, isExclusive ? 'wx' : 'w', mode.file);
  try {
    try {
      if (mode.exact) await handle.chmod(mode.file);
      for await (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await mayReplace())) {
      await rm(beside, { force: true });
      return false;
    }
    await rename(beside, file);
    return true;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
