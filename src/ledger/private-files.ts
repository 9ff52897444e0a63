import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './ledger-error.ts';

/** What the group and others may do. */
const OTHERS = 0o077;

/** A folder such as /tmp, in which anybody may make files. */
const SHARED = 0o1002;

/** What factdesk itself writes into its folder. */
const OWN_ENTRY = new RegExp(
  `^(?:${[
    String.raw`ledger\.sqlite`,
    String.raw`archive-[0-9a-f]+\.index`,
    String.raw`vectors-[0-9a-f]+\.bin`,
    String.raw`before-restore-[\w-]+\.tar\.gz`,
    String.raw`example-answers\.json`,
    'playground$',
  ].join('|')})`,
);

/** Tells whoever runs the bot. */
export type Warn = (message: string) => void;

/**
 * Makes the folder, for its user alone. One that is there already is closed to others where nothing but files of
 * factdesk stands in it; of another it is told: somebody may rely on it. Throws what the disk throws.
 */
export function makePrivateFolder(directory: string, warn: Warn): void {
  if (mkdirSync(directory, { recursive: true, mode: 0o700 }) !== undefined) return;
  const found = statSync(directory);
  if (!isOpenToOthers(found)) return;
  const isShared = (found.mode & SHARED) !== 0;
  const isOurs = !isShared && readdirSync(directory).every((name) => OWN_ENTRY.test(name));
  if (isOurs && isClosed(directory, 0o700)) warn(closed(directory, found));
  else
    warn(
      `Others on this machine may look into ${directory} (${mode(found)}). Close it to them: chmod 700 ${directory}`,
    );
}

/** Makes an empty file for its user alone, unless it is there. Throws what the disk throws. */
export function makePrivateFile(file: string): void {
  // A file that exists is not opened: closing it again would drop the locks of every other connection this process has
  // to it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

/**
 * Closes the files to others whose names begin so, and tells of each that was open to them. Throws what the disk
 * throws.
 */
export function closeToOthers(directory: string, beginning: string, warn: Warn): void {
  for (const name of readdirSync(directory).filter((entry) => entry.startsWith(beginning))) {
    const file = join(directory, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined || !found.isFile() || !isOpenToOthers(found)) continue;
    if (isClosed(file, 0o600)) warn(closed(file, found));
    else
      warn(
        `Others on this machine may read ${file} (${mode(found)}), and its owner is another user. ` +
          `Have it closed: chmod 600 ${file}`,
      );
  }
}

/** Windows has no such rights, and shows every file as open. */
function isOpenToOthers({ mode }: Stats): boolean {
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}

/** False where it is not ours to close. */
function isClosed(path: string, to: number): boolean {
  try {
    chmodSync(path, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EPERM' || codeOf(error) === 'EROFS') return false;
    throw error;
  }
}

function closed(path: string, found: Stats): string {
  return `Others on this machine could read ${path} (${mode(found)}). It is closed to them now.`;
}

function mode({ mode }: Stats): string {
  return `mode ${(mode & 0o777).toString(8)}`;
}
