import { openIdentities } from './identities.ts';
import type { NewsItem } from './news-item.ts';
import type { Placement } from './place-version.ts';
import { renamedFrom } from './renamed-item.ts';
import { isOtherTitle, titleOf } from './title.ts';
import { openVersionStore, type Put, type StoreOptions } from './version-store.ts';

/** Where an item was placed. */
export interface Placed {
  readonly placement: Placement;
  /** The URI it has in the archive; another than its own when it belongs to what was taken back under that. */
  readonly uri: string;
  /** Other items on file that a cancellation took back, or that went by an old URI. */
  readonly others: readonly string[];
  /** Whether a cancellation or a correction met no article of its URI. */
  readonly isUnmet: boolean;
  /** Whether a cancellation without a date takes nothing back, because the version on file has a higher number. */
  readonly isOutdone: boolean;
  /** The title of what it replaced, where that has no word in common with its own: maybe another article. */
  readonly replacedTitle: string | undefined;
}

const UNREMARKABLE = { others: [], isUnmet: false, isOutdone: false, replacedTitle: undefined };

/** Adds items to an archive folder. Close it, or the last of them are not written. */
export interface ArchiveWriter {
  /**
   * Rejects with ArchiveWriteError when the folder cannot be written.
   * @param formerly the URIs that the item had in archives that were written earlier @default none
   */
  add(item: NewsItem, formerly?: readonly string[]): Promise<Placed>;
  close(): Promise<void>;
}

/**
 * Opens a folder for adding; makes it when it is not there. What was written once is never written again: versions
 * are added in new files, and readers take the newest. With `dryRun` it only reports what would happen.
 */
export async function openArchiveWriter(folder: string, options: StoreOptions): Promise<ArchiveWriter> {
  const store = await openVersionStore(folder, options);
  const identities = openIdentities(store);
  const put = (item: NewsItem): Promise<Put> => {
    identities.add(item);
    return store.put(item);
  };
  return {
    async add(item, formerly = []) {
      const { uri, takenBack, isUnmet, isErased } = await identities.identify(item, formerly);
      if (isErased) return { ...UNREMARKABLE, placement: 'erased', uri };
      const named = { ...item, uri };
      const { placement, replacedTitle: earlierTitle } = await put(named);
      for (const other of takenBack) await put({ ...item, uri: other });
      const isNew = placement === 'written' || placement === 'replaced';
      const renamed = isNew ? identities.outdated(named, formerly) : [];
      for (const other of renamed) await put(renamedFrom(other, named));
      const replacedTitle = isOtherTitle(titleOf(item), earlierTitle) ? earlierTitle : undefined;
      const isOutdone =
        placement === 'older' &&
        item.pubStatus === 'canceled' &&
        item.versionCreated === undefined &&
        store.versionOf(uri)?.pubStatus !== 'canceled';
      return { placement, uri, others: [...takenBack, ...renamed], isUnmet, isOutdone, replacedTitle };
    },
    close: () => store.close(),
  };
}
