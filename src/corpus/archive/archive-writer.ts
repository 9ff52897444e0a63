import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { compareVersions, replaces, type Version } from './compare-versions.ts';
import { type NewsItem, UNDATED_PROFILE } from './news-item.ts';
import { type Entry, newestEntries, readCatalogue } from './read-catalogue.ts';
import { openRecords } from './records.ts';
import { openSegments } from './segments.ts';

/**
 * What became of an item: `written` is new, `replaced` a newer version of one on file, `unchanged` on file as it is,
 * `older` than the one on file, `duplicate` another article under the same URI and version in the same import.
 */
export type Placement = 'written' | 'replaced' | 'unchanged' | 'older' | 'duplicate';

/** Adds items to an archive folder. Close it, or the last of them are not written. */
export interface ArchiveWriter {
  /** Rejects with ArchiveWriteError when the folder cannot be written. */
  add(item: NewsItem): Promise<Placement>;
  close(): Promise<void>;
}

interface Seen extends Version {
  /** Hash of what makes the item what it is. */
  readonly content: string;
}

/**
 * Opens a folder for adding; makes it when it is not there. What was written once is never written again: versions
 * are added in new files, and readers take the newest. With `dryRun` it only reports what would happen.
 */
export async function openArchiveWriter(
  folder: string,
  { now, dryRun = false }: { readonly now: Date; readonly dryRun?: boolean },
): Promise<ArchiveWriter> {
  if (!dryRun) await mkdir(folder, { recursive: true });
  const onFile = await readOnFile(folder);
  const seen = new Map<string, Seen>();
  const records = openRecords();
  const segments = openSegments(folder, now);
  const place = async (item: NewsItem, content: string): Promise<Placement> => {
    const earlier = seen.get(item.uri);
    if (earlier) return placeAfter(item, content, earlier);
    const stored = onFile.get(item.uri);
    if (!stored) return 'written';
    // What cannot be compared just now is written again, which loses nothing.
    const storedItem = await records.read(stored).catch(() => undefined);
    if (storedItem && contentOf(storedItem) === content) return 'unchanged';
    return replaces(item, stored) ? 'replaced' : 'older';
  };
  return {
    async add(item) {
      const content = contentOf(item);
      const placement = await place(item, content);
      if (placement === 'older' || placement === 'duplicate') return placement;
      const { version, versionCreated, pubStatus } = item;
      seen.set(item.uri, { version, versionCreated, pubStatus, content });
      if (placement !== 'unchanged' && !dryRun) await segments.add(JSON.stringify(item));
      return placement;
    },
    async close() {
      await segments.flush();
      await records.close();
    },
  };
}

async function readOnFile(folder: string): Promise<ReadonlyMap<string, Entry>> {
  // A dry run makes no folder, and then nothing is on file.
  if (!existsSync(folder)) return new Map();
  return newestEntries(await readCatalogue([folder]));
}

/**
 * Two versions in one import: the newer counts. Two different articles under one name and version are a fault of the
 * input; the first is kept, so that importing again gives the same archive.
 */
function placeAfter(item: NewsItem, content: string, earlier: Seen): Placement {
  if (content === earlier.content) return 'unchanged';
  const order = compareVersions(item, earlier);
  const isCancellation = item.pubStatus === 'canceled' && earlier.pubStatus !== 'canceled';
  if (order > 0 || (order === 0 && isCancellation)) return 'replaced';
  return order < 0 || earlier.pubStatus === 'canceled' ? 'older' : 'duplicate';
}

/** What makes two items the same. An undated article is dated by its reading, which is no change of the article. */
function contentOf(item: NewsItem): string {
  const content = item.profile === UNDATED_PROFILE ? { ...item, versionCreated: undefined } : item;
  // A hash, because a million articles are remembered while they are imported.
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}
