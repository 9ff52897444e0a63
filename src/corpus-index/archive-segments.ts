import { type Archive, type ArchiveFile, openVisibleArchive, type Problem } from '../corpus/index.ts';
import { documentsOf, removeFrom, type Segment, shareColumns, sweepParts } from '../search/index.ts';
import {
  type ArchiveIndex,
  buildArchiveIndex,
  indexPassages,
  keepArchiveIndex,
  keyOf,
  readArchiveIndex,
  stampsOf,
} from './archive-index.ts';
import { listNames, type NameLists } from './archive-names.ts';

/** How the index of an archive is kept. */
export interface ArchiveIndexOptions {
  /** File in which the archive's index is kept. @default it is built each time, and kept in memory */
  readonly indexFile?: string | undefined;
  /** Only read the file, never write it. @default false */
  readonly readOnly?: boolean;
  /** Is told in words when the file cannot be used or written. @default nobody is told */
  readonly report?: (reason: string) => void;
}

/** A small change of a small archive is no reason to rebuild its index. */
const FEW_CHANGES = 20_000;
/** From this share of changed passages on, the index should be rebuilt. */
const STALE_SHARE = 0.1;

/** The archive's index, and segments for what has changed since it was built. */
export interface ArchiveContents {
  readonly base: ArchiveIndex;
  readonly segments: readonly Segment[];
  readonly names: NameLists;
  readonly files: readonly ArchiveFile[];
  readonly until: Date | undefined;
  /** URIs of the articles that may be shown no longer by their own terms. */
  readonly expired: ReadonlySet<string>;
  readonly isStale: boolean;
  /** Articles that may be shown later, in no other segment. */
  readonly awaited: AwaitedArticles;
  /** By the URI of each article that was embargoed until lately: when it came to be shown. */
  readonly released: ReadonlyMap<string, Date>;
  /** What the segments were put together from. */
  readonly state: string;
}

/** An index of articles that may be shown later, and what it was built from. */
interface AwaitedArticles {
  readonly segments: readonly Segment[];
  readonly state: string;
}

/** The index of an archive, kept from one state of its files to the next. */
export interface ArchiveSegments {
  /** What may be shown at the moment of reading. Rejects with a CorpusError when a folder cannot be read. */
  contents(reading: ArchiveReading): Promise<ArchiveContents>;
}

/** Opens the index of an archive; reads nothing yet. */
export function openArchiveSegments(options: ArchiveIndexOptions): ArchiveSegments {
  let last: ArchiveContents | undefined;
  return {
    async contents(reading) {
      const base = last?.base ?? (await openBase(options, reading));
      last = await readArchive(base, last, reading);
      return last;
    },
  };
}

/** The index that is kept, or else one that is built, and kept where that was asked for. */
async function openBase(
  { indexFile, readOnly = false, report = () => {} }: ArchiveIndexOptions,
  { folders, now, tell }: ArchiveReading,
): Promise<ArchiveIndex> {
  if (indexFile !== undefined && !readOnly) await sweepParts(indexFile);
  const kept = indexFile === undefined ? undefined : await readArchiveIndex(indexFile, report);
  if (kept) return kept;
  const built = await buildArchiveIndex(folders, { now, report: tell });
  if (indexFile === undefined || readOnly) return built;
  try {
    await keepArchiveIndex(indexFile, built);
  } catch (error) {
    report(`it cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return built;
  }
  // Read again, it lies in memory that threads share.
  return (await readArchiveIndex(indexFile, report)) ?? built;
}

/** What is read, and as of when. */
export interface ArchiveReading {
  readonly folders: readonly string[];
  readonly now: Date;
  /** Is told of what could not be read. */
  readonly tell: (problem: Problem) => void;
}

/** Removes from the base what is gone, and indexes beside it what is new. */
async function readArchive(
  base: ArchiveIndex,
  before: ArchiveContents | undefined,
  { folders, now, tell }: ArchiveReading,
): Promise<ArchiveContents> {
  const known = before?.files ?? base.files;
  const archive = await openVisibleArchive(folders, { now, known });
  const wasKnown = new Set(known);
  for (const file of archive.files) if (!wasKnown.has(file)) file.problems.forEach(tell);
  const stampOf = stampsOf(archive.files);
  const open = new Map(archive.entries.map((entry) => [keyOf(entry, stampOf), entry]));
  const added = [...open].filter(([key]) => !base.covers.has(key));
  const gone = [...base.covers].filter((key) => !open.has(key));
  const state = JSON.stringify([added.map(([key]) => key), gone]);
  const { files, nextChange: until, expired, released } = archive;
  const awaited = await readAwaited(archive, before?.awaited, stampOf);
  const changing = { files, until, expired, released, awaited };
  if (before?.state === state) return { ...before, ...changing };
  const baseSegment = gone.length === 0 ? { columns: base.columns } : withoutArticles(base, new Set(gone));
  const recent =
    added.length === 0
      ? undefined
      : await indexPassages(
          archive.passages(
            tell,
            added.map(([, entry]) => entry),
          ),
          stampOf,
        );
  const changed = (baseSegment.removal?.count ?? 0) + (recent?.columns.passages.commonOf.length ?? 0);
  const isStale = changed > Math.max(FEW_CHANGES, base.columns.passages.commonOf.length * STALE_SHARE);
  const segments = recent ? [baseSegment, { columns: shareColumns(recent.columns) }] : [baseSegment];
  const names = listNames([
    { names: base.names, isLeft: (key) => open.has(key) },
    ...(recent ? [{ names: recent.names, isLeft: () => true }] : []),
  ]);
  return { ...changing, base, segments, names, isStale, state };
}

/** What cannot be quoted of them is told when they may be shown. */
async function readAwaited(
  archive: Archive,
  before: AwaitedArticles | undefined,
  stampOf: (file: string) => string,
): Promise<AwaitedArticles> {
  const state = JSON.stringify(archive.awaited.map((entry) => keyOf(entry, stampOf)));
  if (before?.state === state) return before;
  if (archive.awaited.length === 0) return { segments: [], state };
  try {
    const { columns } = await indexPassages(
      archive.passages(() => {}, archive.awaited),
      stampOf,
    );
    return { segments: [{ columns: shareColumns(columns) }], state };
  } catch {
    // What may be shown is not to wait for them, and nobody is to be told of them: they are read again the next time.
    return before ?? { segments: [], state: '' };
  }
}

/** The base without the articles of some keys. */
function withoutArticles({ columns, files }: ArchiveIndex, gone: ReadonlySet<string>): Segment {
  const stampOf = stampsOf(files);
  const isRemoved = new Uint8Array(columns.passages.commonOf.length);
  for (const { from, to, place } of documentsOf(columns)) {
    const byteOffset = place.item?.byteOffset ?? -1;
    if (gone.has(keyOf({ file: place.file, byteOffset }, stampOf))) isRemoved.fill(1, from, to);
  }
  return { columns, removal: removeFrom(columns, isRemoved) };
}
