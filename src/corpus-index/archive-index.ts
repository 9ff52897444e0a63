import {
  type ArchiveFile,
  type Entry,
  fingerprintPassages,
  openVisibleArchive,
  type Passage,
  type Problem,
} from '../corpus/index.ts';
import {
  documentsOf,
  fingerprintAnalysis,
  IndexBuilder,
  type IndexColumns,
  readSnapshot,
  writeSnapshot,
} from '../search/index.ts';
import { type ArchiveNames, NamesBuilder } from './archive-names.ts';
import { areIndexNotes, type IndexNotes } from './index-notes.ts';

/** The index of an archive as it was at one moment. */
export interface ArchiveIndex {
  readonly columns: IndexColumns;
  /** What was read of each file. */
  readonly files: readonly ArchiveFile[];
  /** The articles that are in it, those without a quotable sentence too; see `keyOf`. */
  readonly covers: ReadonlySet<string>;
  /** What these are named by. */
  readonly names: ArchiveNames;
}

/** Names a version of an article by where it stands in which state of a file. */
export function keyOf(
  { file, byteOffset }: Pick<Entry, 'file' | 'byteOffset'>,
  stampOf: (file: string) => string,
): string {
  return `${byteOffset} ${stampOf(file)} ${file}`;
}

/** Looks up the stamps of files. */
export function stampsOf(files: readonly ArchiveFile[]): (file: string) => string {
  const stamps = new Map(files.map(({ file, stamp }) => [file, stamp]));
  return (file) => stamps.get(file) ?? '';
}

/** Builds the index of what of an archive may be shown at `now`. `report` is told of what cannot be quoted. */
export async function buildArchiveIndex(
  folders: readonly string[],
  {
    now,
    known,
    report,
  }: {
    readonly now: Date;
    readonly known?: readonly ArchiveFile[];
    readonly report: (problem: Problem) => void;
  },
): Promise<ArchiveIndex> {
  const archive = await openVisibleArchive(folders, { now, known });
  archive.problems.forEach(report);
  const stampOf = stampsOf(archive.files);
  return {
    ...(await indexPassages(archive.passages(report), stampOf)),
    files: archive.files,
    covers: new Set(archive.entries.map((entry) => keyOf(entry, stampOf))),
  };
}

/** The index of some passages of an archive, and what their articles are named by. */
export async function indexPassages(
  passages: AsyncIterable<Passage>,
  stampOf: (file: string) => string,
): Promise<Pick<ArchiveIndex, 'columns' | 'names'>> {
  const builder = new IndexBuilder();
  const names = new NamesBuilder();
  let item: Passage['place']['item'];
  let key = '';
  for await (const passage of passages) {
    builder.add(passage);
    const { place } = passage;
    // The passages of an article share one object.
    if (place.item && place.item !== item)
      key = keyOf({ file: place.file, byteOffset: place.item.byteOffset }, stampOf);
    item = place.item;
    names.add(key, passage);
  }
  return { columns: builder.finish(), names: names.finish() };
}

/** Keeps an index of an archive in a file. Rejects when the disk does. */
export async function keepArchiveIndex(
  file: string,
  { columns, files, covers, names: { names, ofArticle } }: ArchiveIndex,
): Promise<void> {
  const keys = [...covers];
  const named = keys.map((key) => ofArticle.get(key) ?? []);
  const notes: IndexNotes = { analysis: readingOf(), covers: keys, names, named, files };
  await writeSnapshot(file, columns, notes);
}

/** How articles are cut and their words read: an index that was built otherwise finds less, or shows other quotes. */
const readingOf = (): string => `${fingerprintPassages()} ${fingerprintAnalysis()}`;

/** Reads an index that was kept; undefined when there is none that can be used, of which `report` is told. */
export async function readArchiveIndex(
  file: string,
  report: (reason: string) => void,
): Promise<ArchiveIndex | undefined> {
  const reading = await readSnapshot(file);
  if (reading.kind === 'absent') return undefined;
  const refuse = (reason: string) => {
    report(reason);
    return undefined;
  };
  if (reading.kind === 'unusable') return refuse(reading.reason);
  const { columns, notes } = reading;
  if (!areIndexNotes(notes)) return refuse('it does not tell of what archive it is');
  const { analysis, files, covers, names, named } = notes;
  if (analysis !== readingOf()) return refuse('it was written by a factdesk that reads articles otherwise');
  const index = {
    ...{ columns, files, covers: new Set(covers) },
    names: { names, ofArticle: new Map(covers.map((key, at) => [key, named[at] ?? []])) },
  };
  return areCovered(index) ? index : refuse('it tells of another archive than it holds');
}

/** Whether every article of an index is one that its notes tell of. */
function areCovered({ columns, files, covers }: ArchiveIndex): boolean {
  const stampOf = stampsOf(files);
  const keys = new Set(files.flatMap(({ entries }) => entries.map((entry) => keyOf(entry, stampOf))));
  for (const key of covers) if (!keys.has(key)) return false;
  for (const { place } of documentsOf(columns)) {
    const byteOffset = place.item?.byteOffset ?? -1;
    if (!covers.has(keyOf({ file: place.file, byteOffset }, stampOf))) return false;
  }
  return true;
}
