import { open } from 'node:fs/promises';
import { codeOf, isGone, UnreachableFileError } from '../files/file-errors.ts';
import { isWithin } from '../files/is-within.ts';
import { NON_BLOCKING, nonFileKind } from '../files/read-file.ts';
import { CorpusError, type Problem } from '../problem.ts';
import { replaces } from './compare-versions.ts';
import { shownFrom } from './item-visibility.ts';
import { listArchiveFiles, stampOf } from './list-archive-files.ts';
import { type NewsItem, parseNewsItem } from './news-item.ts';
import { LONGEST_LINE_BYTES, readLines } from './read-lines.ts';
import { urisInBrokenLine } from './uris-in-broken-line.ts';

/** Where the newest version of an item stands, and what decides whether it may be shown. */
export interface Entry
  extends Pick<NewsItem, 'uri' | 'version' | 'versionCreated' | 'pubStatus' | 'profile'> {
  /** The end of its embargo, or the day it is dated ahead to. */
  readonly embargoedUntil?: string | undefined;
  readonly expires?: string | undefined;
  readonly language?: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** What a file of the archive held when it was read. Plain data, so that it can be kept. */
export interface ArchiveFile {
  readonly file: string;
  /** Differs when the file was written since; see `stampOf`. */
  readonly stamp: string;
  readonly entries: readonly Entry[];
  /** Lines that could not be read. The other lines are among the entries. */
  readonly problems: readonly Problem[];
}

/**
 * Reads every line of a file and keeps where each item stands, not its text. A file that is gone is a problem. An item
 * whose URI is in a broken line, or that was in the file `before` and is not found now while some line is broken,
 * counts as withheld: the broken line may withdraw it; see docs/decisions/0504-what-a-broken-save-takes-back.md.
 */
async function readArchiveFile(
  file: string,
  stamp: string,
  before: ArchiveFile | undefined,
): Promise<ArchiveFile> {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  let line = 0;
  const report = (what: string, mend: string) => problems.push({ file, line, what, mend });
  try {
    for await (const { number, bytes, ...place } of readLines(readPieces(file))) {
      line = number;
      const read = bytes === undefined ? { fault: tooLong } : readRecord(bytes);
      if (read === undefined) continue;
      const at = { file, line, byteOffset: 0, ...place };
      if ('fault' in read) {
        report(read.fault, 'Import the article again, or take the line out');
        const uris = bytes ? urisInBrokenLine(bytes) : [];
        entries.push(...uris.map((uri) => ({ ...at, uri, pubStatus: 'withheld' as const })));
      } else entries.push(toEntry(read.item, at));
    }
  } catch (error) {
    line = Math.max(line, 1);
    const isMissing = await isGone(file, error);
    report(`the file cannot be read (${codeOf(error)})`, 'Check that it is a file you may read');
    // What stood in it may stand in it still. With the stamp of before, or none, it is read again the next time.
    if (!isMissing) return before ? { ...before, problems } : { file, stamp: '', entries: [], problems };
  }
  if (problems.length > 0 && before) {
    const uris = new Set(entries.map(({ uri }) => uri));
    entries.push(...before.entries.filter(({ uri }) => !uris.has(uri)).map(withhold));
  }
  return { file, stamp, entries, problems };
}

function withhold(entry: Entry): Entry {
  return entry.pubStatus === 'canceled' ? entry : { ...entry, pubStatus: 'withheld' };
}

/**
 * Reads the folders' files in the order of their names. A `known` file that was not written since is not read again;
 * of a folder that cannot be listed, the known files are kept. Rejects with a CorpusError that names every folder that
 * cannot be read and of which nothing is known.
 */
export async function readCatalogue(
  folders: readonly string[],
  known: readonly ArchiveFile[] = [],
): Promise<readonly ArchiveFile[]> {
  const before = new Map(known.map((one) => [one.file, one]));
  const listing = await listArchiveFiles(folders);
  const files = keepUnlisted(listing.unlisted, known);
  for (const file of listing.files) {
    const stamp = await stampOf(file);
    const earlier = before.get(file);
    const isSame = earlier?.stamp === stamp && stamp !== '';
    files.push(isSame ? earlier : await readArchiveFile(file, stamp, earlier));
  }
  return files;
}

/** The known files of folders that cannot be listed; the first of each folder carries the problem. */
function keepUnlisted(unlisted: readonly Problem[], known: readonly ArchiveFile[]): ArchiveFile[] {
  const kept = unlisted.map((problem) => ({
    problem,
    files: known.filter(({ file }) => isWithin(problem.file, file)),
  }));
  const unknown = kept.filter(({ files }) => files.length === 0).map(({ problem }) => problem);
  if (unknown.length > 0) throw new CorpusError(unknown);
  return kept.flatMap(({ problem, files }) =>
    files.map((file, at) => (at === 0 ? { ...file, problems: [problem] } : file)),
  );
}

/** The newest version of every item of some files, in the order of the files. */
export function newestEntries(files: Iterable<ArchiveFile>): ReadonlyMap<string, Entry> {
  const newest = new Map<string, Entry>();
  for (const { entries } of files) for (const entry of entries) keepNewest(newest, entry);
  return newest;
}

/** Larger pieces than the default make one pass over a large archive a third faster. */
const READ_AHEAD = { highWaterMark: 256 * 1024 };

/** The bytes of a file; those of a pipe would never come to an end. */
async function* readPieces(file: string): AsyncGenerator<unknown> {
  await using handle = await open(file, NON_BLOCKING);
  const kind = nonFileKind(await handle.stat());
  if (kind !== undefined) throw new UnreachableFileError(file, `it is ${kind}`);
  yield* handle.createReadStream(READ_AHEAD);
}

const tooLong = `the line is longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB`;

/** The item of one line; undefined for an empty line. */
export function readRecord(bytes: Buffer) {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'the line is not UTF-8 text' };
  }
  return text.trim() === '' ? undefined : parseNewsItem(text);
}

function toEntry(item: NewsItem, place: Pick<Entry, 'file' | 'line' | 'byteOffset' | 'byteLength'>): Entry {
  const { uri, version, versionCreated, pubStatus, profile, expires, language } = item;
  const embargoedUntil = shownFrom(item);
  return { uri, version, versionCreated, pubStatus, profile, embargoedUntil, expires, language, ...place };
}

function keepNewest(entries: Map<string, Entry>, entry: Entry): void {
  const earlier = entries.get(entry.uri);
  if (earlier && !replaces(entry, earlier)) return;
  // Taken out first, so that the order of the map is the order of the files.
  entries.delete(entry.uri);
  entries.set(entry.uri, entry);
}
