import { lstat, realpath, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { writeWhole } from '../../write-whole.ts';
import { codeOf, UnreachableFileError } from '../files/file-errors.ts';
import { readRegularFile } from '../files/read-file.ts';
import { createBlockReader, type ReadBlocks } from '../sheets/markdown-blocks.ts';
import { parseSheet } from '../sheets/parse-sheet.ts';
import { type DeskSheetPlace, deskSheetFile, newDeskSheet, type SheetOfMonth } from './desk-sheet-file.ts';
import { fieldsThatDiffer, sheetWithFact } from './sheet-with-fact.ts';
import type { FiledFact } from './write-section.ts';

/** What became of a fact that was to be written into its sheet. */
export type Filing =
  /** It stands there, now or since an attempt that nobody heard of. */
  | { readonly kind: 'written'; readonly file: string }
  /** It does not, and why, as the end of a sentence; the sheet is as it was. */
  | { readonly kind: 'not written'; readonly file: string; readonly why: string };

/** So often the sheet may be saved by somebody else while a fact is put into it. */
const MOST_TRIES = 5;
const WAIT_MS = 50;
const MOST_WAITS = 20;
const LARGEST_BYTES = 4 * 1024 * 1024;
/** As an editor makes files: what others may do with them is for the umask to say. */
const AS_EDITORS_DO = { file: 0o666, folder: 0o777 } as const;

/**
 * Writes a fact as a section at the end of its sheet, which is made where there is none. All that stands there already
 * stays, to the byte, also what somebody saves meanwhile. A fact whose id stands there is written already, whatever was
 * mended in it since. Never rejects.
 */
export async function fileFact(
  place: DeskSheetPlace,
  { name, month }: SheetOfMonth,
  fact: FiledFact,
): Promise<Filing> {
  const file = deskSheetFile(place, name);
  try {
    await lstat(place.facts);
    // What is a link stays one: the file that it leads to is written.
    const target = await realpath(file).catch(() => file);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const done = await withTurn(target, () => fileOnce(target, { file, month, fact }));
      if (done !== undefined) return done;
    }
    return { kind: 'not written', file, why: 'somebody else keeps saving the sheet' };
  } catch (error) {
    return { kind: 'not written', file, why: reasonOf(error) };
  }
}

/** Undefined where the sheet was saved by somebody else meanwhile. */
async function fileOnce(
  target: string,
  { file, month, fact }: { readonly file: string; readonly month: string; readonly fact: FiledFact },
): Promise<Filing | undefined> {
  const before = await readBytes(target);
  const text = before === undefined ? newDeskSheet(month) : decode(before);
  if (text === undefined) return { kind: 'not written', file, why: 'the sheet is not UTF-8 text' };
  const added = addTo(text, fact, { file, readBlocks: createBlockReader() });
  if (added === 'there') return { kind: 'written', file };
  if (typeof added !== 'string') return { kind: 'not written', file, ...added };
  const pieces = [before ?? Buffer.from(text), Buffer.from(added)];
  return (await replace(target, before, pieces)) ? { kind: 'written', file } : undefined;
}

/** Waits while another writer is at work; what one left behind that was killed is taken away. */
async function withTurn<Result>(target: string, work: () => Promise<Result>): Promise<Result> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const part = await stampOf(partOf(target));
      await setTimeout(WAIT_MS);
      // Writing a sheet takes milliseconds.
      if (waits >= MOST_WAITS && part !== undefined && part === (await stampOf(partOf(target))))
        await rm(partOf(target), { force: true });
    }
  }
}

const partOf = (file: string) => `${file}.part`;

async function stampOf(file: string): Promise<string | undefined> {
  const state = await stat(file).catch(() => undefined);
  return state && `${state.ino} ${state.mtimeMs}`;
}

async function readBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    const reading = await readRegularFile(file, LARGEST_BYTES);
    if (reading.kind === 'read') return reading.bytes;
    if (reading.kind === 'gone') return undefined;
    throw new Error(reading.kind === 'large' ? 'EFBIG' : reading.what);
  } catch (error) {
    // The folder of the desk is made with its first fact.
    if (error instanceof UnreachableFileError && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What is to be added, unless the fact stands there, or would not be read as it is. */
function addTo(
  text: string,
  fact: FiledFact,
  tools: { readonly file: string; readonly readBlocks: ReadBlocks },
): string | 'there' | { readonly why: string } {
  const before = parseSheet(text, { id: 'desk', ...tools });
  if (before.ids.includes(fact.id)) return 'there';
  const after = sheetWithFact(text, fact, tools);
  const isRead = after.fact !== undefined && fieldsThatDiffer(after.fact, fact).length === 0;
  // A new sheet without facts has a problem of its own, which the fact mends.
  if (isRead && after.problems.length <= before.problems.length) return after.added;
  const [problem] = after.problems;
  return {
    why: problem === undefined ? 'it would not be read as it was signed' : `of the sheet: ${problem.what}`,
  };
}

/** False where somebody else has written the sheet just now; rejects with `EEXIST` where somebody is writing it. */
async function replace(
  file: string,
  before: Uint8Array | undefined,
  pieces: readonly Uint8Array[],
): Promise<boolean> {
  const mode =
    before === undefined
      ? AS_EDITORS_DO
      : { ...AS_EDITORS_DO, file: (await stat(file)).mode & 0o777, exact: true };
  const mayReplace = async () => {
    const now = await readBytes(file);
    return before === undefined || now === undefined ? before === now : Buffer.compare(before, now) === 0;
  };
  return writeWhole(file, { beside: partOf(file), pieces, mode, isExclusive: true, mayReplace });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the folder cannot be written (no permission)',
  EPERM: 'the folder cannot be written (no permission)',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'the folder of the fact sheets is not there',
  EFBIG: 'the sheet is larger than 4 MB',
  ENOTDIR: 'a file stands where the folder of the sheet should be',
};

function reasonOf(error: unknown): string {
  const code = error instanceof UnreachableFileError ? error.code : codeOf(error);
  return REASONS[code] ?? REASONS[error instanceof Error ? error.message : ''] ?? `the disk says ${code}`;
}
