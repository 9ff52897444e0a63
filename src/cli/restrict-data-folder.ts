import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A ledger with its log, and copies of it. */
const LEDGER = /^ledger\.sqlite(?:-wal|-shm|-journal|\.[\w-]+\.copy)?$/;
/** What is kept of examples, and of a ledger that gave way to another. */
const OTHERS = /^(?:example-answers\.json|before-restore-[\w-]+\.tar\.gz)$/;
/** Indexes and vectors, finished and half-written. */
const INDEX = /^(?:archive-[0-9a-f]{12}\.index|vectors-[0-9a-f]{12}\.bin)(?:\.\d+\.part)?$/;
/** Whether factdesk keeps a file of this name in its data folder. */
const isOurFile = (name: string) => [LEDGER, INDEX, OTHERS].some((ours) => ours.test(name));
/** The folder in it that holds the playground's ledger. */
const PLAYGROUND = 'playground';

const PERMISSIONS_OF_OTHERS = 0o077;

/**
 * Restricts the data folder and factdesk's files in it to their owner, because they hold private questions and facts
 * under embargo. A folder with other files in it may be shared: then only factdesk's own files are restricted. Gives
 * the paths that others can still read, because another user owns them. Never rejects.
 */
export async function restrictDataFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => undefined);
  // Whoever makes it makes it private.
  if (!names) return [];
  const open = names.includes(PLAYGROUND) ? [...(await restrictDataFolder(join(folder, PLAYGROUND)))] : [];
  const ours = names.filter(isOurFile);
  const isOurs = names.every((name) => name === PLAYGROUND || isOurFile(name));
  for (const place of [...ours.map((name) => join(folder, name)), ...(isOurs ? [folder] : [])])
    if (!(await restrict(place))) open.push(place);
  return open;
}

/**
 * Takes all permissions of others away; false when that cannot be done. Links are left alone: the target is not ours.
 */
async function restrict(place: string): Promise<boolean> {
  try {
    const state = await lstat(place);
    const isOpen = (state.mode & PERMISSIONS_OF_OTHERS) !== 0 && (state.isFile() || state.isDirectory());
    if (isOpen) await chmod(place, state.mode & 0o700);
    return true;
  } catch (error) {
    // Another copy of the bot may have taken it away meanwhile.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
