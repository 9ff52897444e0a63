import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './file-errors.ts';
import { isWithin } from './is-within.ts';
import { nonFileKind } from './read-file.ts';

/** A file as it was listed. */
export interface ListedFile {
  /** With the folders it stands in, below the one that was listed, apart by `/`. */
  readonly name: string;
  /** As it can be opened from the working directory. */
  readonly file: string;
  /** A text that differs when the file was written or replaced since. */
  readonly stamp: string;
}

/** What a folder holds. */
export interface Listing {
  /** Files that can be opened, in the order of their names. */
  readonly files: readonly ListedFile[];
  /** Paths with such a name that must not be opened, and what each is, such as `a pipe`. */
  readonly nonFiles: readonly { readonly file: string; readonly what: string }[];
  /** Files and folders that could not be read, with the system's error code: their content may be unchanged. */
  readonly unreachable: readonly { readonly file: string; readonly code: string }[];
}

interface Lists {
  readonly files: ListedFile[];
  readonly nonFiles: Listing['nonFiles'][number][];
  readonly unreachable: Listing['unreachable'][number][];
}

/**
 * Lists the files of a folder whose name is wanted, sub-folders included; dot files are left out. Links are followed to
 * files within the folder alone. Synchronous, which is ten times as fast for thousands of files: call it where nobody
 * waits for this thread.
 */
export function listFiles(folder: string, isWanted: (name: string) => boolean): Listing {
  const lists: Lists = { files: [], nonFiles: [], unreachable: [] };
  const walk = (below: string) => {
    const entries = attempt(join(folder, below), lists, (path) => readdirSync(path, { withFileTypes: true }));
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.')) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isWanted(name) || isLinkToFolder(join(folder, name), entry)) list(folder, name, lists);
      else if (entry.isDirectory()) walk(name);
    }
  };
  walk('');
  lists.files.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return lists;
}

function list(folder: string, name: string, lists: Lists): void {
  const file = join(folder, name);
  attempt(file, lists, () => {
    const state = lstatSync(file, { throwIfNoEntry: false });
    if (!state) return;
    const what = nonFileAt(folder, file, state);
    if (what !== undefined) lists.nonFiles.push({ file, what });
    else lists.files.push({ name, file, stamp: stampOf(state.isSymbolicLink() ? statSync(file) : state) });
  });
}

/**
 * What must not be opened at a path, such as `a pipe` or `a link out of its folder`; undefined for a file of the
 * folder, for a link to one, and for nothing. Throws the system's errors.
 */
export function nonFileAt(
  folder: string,
  file: string,
  state = lstatSync(file, { throwIfNoEntry: false }),
): string | undefined {
  if (!state?.isSymbolicLink()) return state && nonFileKind(state);
  const target = statSync(file, { throwIfNoEntry: false });
  if (!target) return 'a link to nothing';
  if (!isWithin(realpathSync(folder), realpathSync(file))) return 'a link out of its folder';
  const what = nonFileKind(target);
  return what && `a link to ${what}`;
}

/** Followed, it would be read as part of the folder; a link back up would be followed for ever. */
function isLinkToFolder(file: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    // It names no file that anybody wants to read.
    return false;
  }
}

function attempt<Result>(
  file: string,
  { unreachable }: Lists,
  work: (file: string) => Result,
): Result | undefined {
  try {
    return work(file);
  } catch (error) {
    unreachable.push({ file, code: codeOf(error) });
    return undefined;
  }
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
