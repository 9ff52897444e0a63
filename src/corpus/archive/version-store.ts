import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Version } from './compare-versions.ts';
import { readLocalUri } from './item-name.ts';
import type { NewsItem } from './news-item.ts';
import { contentOf, type Placement, placeAfter, placeOnFile, type SeenVersion } from './place-version.ts';
import { type Entry, newestEntries, readCatalogue } from './read-catalogue.ts';
import { openRecords } from './records.ts';
import { openSegments } from './segments.ts';
import { titleOf } from './title.ts';

/** The newest version of each item of a folder, and what is added to them. */
export interface VersionStore {
  /** The URIs that were on file when the store was opened. */
  readonly uris: Iterable<string>;
  versionOf(uri: string): Version | undefined;
  /** Whether a version was put under this URI since the store was opened. */
  wasPut(uri: string): boolean;
  /** The newest version that was on file when the store was opened; undefined when it cannot be read. */
  readStored(uri: string): Promise<NewsItem | undefined>;
  /** All that `readStored` gives. */
  readAll(): AsyncIterable<NewsItem>;
  /** Writes a version where it is new. Rejects with ArchiveWriteError when the folder cannot be written. */
  put(item: NewsItem): Promise<Put>;
  close(): Promise<void>;
}

/** Where a version was put. */
export interface Put {
  readonly placement: Placement;
  /** The title of the version that it replaced, under an id that another provider may use, too. */
  readonly replacedTitle?: string | undefined;
}

/** How a folder is opened. */
export interface StoreOptions {
  readonly now: Date;
  /** Writes nothing. @default false */
  readonly dryRun?: boolean;
}

/** Opens a folder, which is made when it is not there. What is put is on file once the store is closed. */
export async function openVersionStore(
  folder: string,
  { now, dryRun = false }: StoreOptions,
): Promise<VersionStore> {
  if (!dryRun) await mkdir(folder, { recursive: true });
  const onFile = await readOnFile(folder);
  const seen = new Map<string, SeenVersion>();
  const records = openRecords();
  const segments = openSegments(folder, now);
  const readStored = async (uri: string) => {
    const stored = onFile.get(uri);
    return stored && records.read(stored).catch(() => undefined);
  };
  return {
    uris: onFile.keys(),
    versionOf: (uri) => seen.get(uri) ?? onFile.get(uri),
    wasPut: (uri) => seen.has(uri),
    readStored,
    async *readAll() {
      for (const uri of onFile.keys()) {
        const item = await readStored(uri);
        if (item) yield item;
      }
    },
    async put(item) {
      const earlier = seen.get(item.uri);
      const stored = onFile.get(item.uri);
      const storedItem = earlier ? undefined : await readStored(item.uri);
      const now = toSeen(item);
      const placement = earlier ? placeAfter(now, earlier) : placeOnFile(now, stored, storedItem);
      if (placement === 'older' || placement === 'duplicate' || placement === 'erased') return { placement };
      seen.set(item.uri, now);
      if (placement !== 'unchanged' && !dryRun) await segments.add(JSON.stringify(item));
      if (placement !== 'replaced' || now.title === undefined) return { placement };
      return { placement, replacedTitle: earlier ? earlier.title : titleOf(storedItem) };
    },
    async close() {
      await segments.flush();
      await records.close();
    },
  };
}

function toSeen(item: NewsItem): SeenVersion {
  const { uri, version, versionCreated, pubStatus, profile } = item;
  const title = readLocalUri(uri) && titleOf(item);
  return { version, versionCreated, pubStatus, profile, title, content: contentOf(item) };
}

async function readOnFile(folder: string): Promise<ReadonlyMap<string, Entry>> {
  // A dry run makes no folder, and then nothing is on file.
  if (!existsSync(folder)) return new Map();
  return newestEntries(await readCatalogue([folder]));
}
