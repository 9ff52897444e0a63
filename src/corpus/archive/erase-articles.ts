import { isWithin } from '../files/is-within.ts';
import { isErased } from './compare-versions.ts';
import { cutLines } from './cut-lines.ts';
import { ERASED_PROFILE, type NewsItem } from './news-item.ts';
import { type ArchiveFile, readRecord } from './read-catalogue.ts';
import { listPartFiles, openSegments } from './segments.ts';
import { urisInBrokenLine } from './uris-in-broken-line.ts';

/** What is erased, and where. */
export interface Erasure {
  readonly folders: readonly string[];
  readonly files: readonly ArchiveFile[];
  readonly uris: readonly string[];
  readonly now: Date;
  /** Only counts. @default false */
  readonly dryRun?: boolean;
}

/** How much was taken out. */
export interface ErasedLines {
  /** Versions and broken lines of the articles. */
  readonly lines: number;
  readonly files: readonly string[];
  /** Files that an import is writing, or was killed over: they may hold the article. */
  readonly unfinished: readonly string[];
}

/**
 * Erases articles: first a line that nothing replaces says so in each folder, so that nothing shows them and no import
 * brings them back; then every line of theirs is cut out of the files. Killed in between, it is begun again. Rejects
 * with ArchiveWriteError.
 */
export async function eraseArticles(erasure: Erasure): Promise<ErasedLines> {
  const { folders, files, uris, now, dryRun = false } = erasure;
  const isMarked = (uri: string, folder: string) =>
    files.some(
      ({ file, entries }) =>
        isWithin(folder, file) && entries.some((entry) => entry.uri === uri && isErased(entry)),
    );
  for (const folder of dryRun ? [] : folders) {
    const unmarked = uris.filter((uri) => !isMarked(uri, folder));
    await markErased(folder, unmarked, now);
  }
  const wanted = new Set(uris);
  const cut = await cutFrom(files, (line) => namesIn(line).some((uri) => wanted.has(uri)), dryRun);
  const unfinished = await Promise.all(folders.map(listPartFiles));
  return { ...cut, unfinished: unfinished.flat() };
}

/** Lets articles in again that were erased: the next import may bring them. Rejects with ArchiveWriteError. */
export async function allowArticles({
  files,
  uris,
  dryRun = false,
}: Pick<Erasure, 'files' | 'uris' | 'dryRun'>): Promise<Omit<ErasedLines, 'unfinished'>> {
  const wanted = new Set(uris);
  const isMark = (line: Buffer) => {
    const item = itemIn(line);
    return item?.profile === ERASED_PROFILE && wanted.has(item.uri);
  };
  return cutFrom(files, isMark, dryRun);
}

async function markErased(folder: string, uris: readonly string[], now: Date): Promise<void> {
  const segments = openSegments(folder, now);
  for (const uri of uris) {
    const mark: NewsItem = {
      standard: { name: 'ninjs', version: '3.1' },
      uri,
      type: 'text',
      profile: ERASED_PROFILE,
      versionCreated: now.toISOString(),
      pubStatus: 'canceled',
    };
    await segments.add(JSON.stringify(mark));
  }
  await segments.flush();
}

async function cutFrom(
  files: readonly ArchiveFile[],
  isCut: (line: Buffer) => boolean,
  dryRun: boolean,
): Promise<Omit<ErasedLines, 'unfinished'>> {
  const cut: string[] = [];
  let lines = 0;
  for (const { file } of files) {
    const count = await cutLines(file, isCut, { dryRun });
    if (count > 0) cut.push(file);
    lines += count;
  }
  return { lines, files: cut };
}

/** Of a broken line all URIs in it: one of them may be the article's own. */
function namesIn(line: Buffer): readonly string[] {
  const record = readRecord(line);
  if (record === undefined) return [];
  if ('fault' in record) return urisInBrokenLine(line);
  return record.item.profile === ERASED_PROFILE ? [] : [record.item.uri];
}

function itemIn(line: Buffer): NewsItem | undefined {
  const record = readRecord(line);
  return record && 'item' in record ? record.item : undefined;
}
