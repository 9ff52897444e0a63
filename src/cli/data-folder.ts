import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What factdesk keeps in its data folder: a ledger with its log, and indexes, finished and half-written. */
const OURS = /^(?:ledger\.sqlite(?:-wal|-shm|-journal)?|archive-[0-9a-f]{12}\.index(?:\.\d+\.part)?)$/;
/** The folder in it that holds the playground's ledger. */
const PLAYGROUND = 'playground';

const FOR_OTHERS = 0o077;

/**
 * Has nobody but its owner read what factdesk keeps in its data folder, whoever made it and however: it holds private questions, and
 * facts under embargo. A folder that holds anything else may be shared, and stays as it is, but for what is ours in it. Gives
 * what others can still read, because only its owner can close it. Never rejects.
 */
export async function closeDataFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => undefined);
  // Whoever makes it makes it private.
  if (!names) return [];
  const open = names.includes(PLAYGROUND) ? [...(await closeDataFolder(join(folder, PLAYGROUND)))] : [];
  const ours = names.filter((name) => OURS.test(name));
  const isOurs = names.every((name) => name === PLAYGROUND || OURS.test(name));
  for (const place of [...ours.map((name) => join(folder, name)), ...(isOurs ? [folder] : [])])
    if (!(await close(place))) open.push(place);
  return open;
}

/** Leaves a file or a folder to its owner; false when that cannot be done. A link leads to what is not ours. */
async function close(place: string): Promise<boolean> {
  try {
    const state = await lstat(place);
    const isOpen = (state.mode & FOR_OTHERS) !== 0 && (state.isFile() || state.isDirectory());
    if (isOpen) await chmod(place, state.mode & 0o700);
    return true;
  } catch (error) {
    // Another copy of the bot may have taken it away meanwhile.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
