import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What holds words of the newsroom in any form is for the user alone who runs the bot. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/**
 * Writes a file, in a folder made where it is missing, so that whoever reads sees the old one or the new one, whole: it
 * is written beside its place, to the disk, and renamed. Only its owner may read it. Rejects when the disk does, with
 * nothing left beside.
 */
export async function writeWhole(
  file: string,
  { beside, pieces }: { readonly beside: string; readonly pieces: Iterable<Uint8Array> },
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: OWNER_ONLY.folder });
  try {
    const handle = await open(beside, 'w', OWNER_ONLY.file);
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
