import { readItemSource } from './item-source.ts';
import { visibilityAt } from './item-visibility.ts';
import { ERASED_PROFILE, type NewsItem, RENAMED_PROFILE } from './news-item.ts';
import { type ArchiveFile, type Entry, newestEntries } from './read-catalogue.ts';
import { openRecords } from './records.ts';
import { titleOf } from './title.ts';

/** Whether a version may be shown, or that the desk erased it, or that its URI is out of use. */
export const ARTICLE_STATES = [
  'usable',
  'withheld',
  'canceled',
  'embargoed',
  'expired',
  'erased',
  'renamed',
] as const;

export type ArticleState = (typeof ARTICLE_STATES)[number];

/** One version of an article, as it stands in the archive. */
export interface ArchivedArticle {
  readonly uri: string;
  readonly state: ArticleState;
  readonly title: string;
  readonly publisher: string | undefined;
  /** Day of publication or, of an undated article, of its reading: `2026-11-20`. */
  readonly day: string | undefined;
  readonly item: NewsItem;
  readonly file: string;
  readonly line: number;
}

/** The newest version of every article of some files at a moment, in the order of the files. */
export function newestArticles(files: readonly ArchiveFile[], now: Date): AsyncGenerator<ArchivedArticle> {
  return readArticles(newestEntries(files).values(), now);
}

/** All versions of one article, in the order of the files. */
export function versionsOf(
  files: readonly ArchiveFile[],
  uri: string,
  now: Date,
): AsyncGenerator<ArchivedArticle> {
  return readArticles(
    files.flatMap(({ entries }) => entries.filter((entry) => entry.uri === uri)),
    now,
  );
}

async function* readArticles(entries: Iterable<Entry>, now: Date): AsyncGenerator<ArchivedArticle> {
  const records = openRecords();
  try {
    for (const entry of entries) {
      const item = await records.read(entry);
      if (item) yield toArticle(item, entry, now);
    }
  } finally {
    await records.close();
  }
}

function toArticle(item: NewsItem, { uri, file, line }: Entry, now: Date): ArchivedArticle {
  const source = readItemSource(item, file);
  return {
    ...{ uri, item, file, line },
    state: stateOf(item, now),
    title: titleOf(item),
    publisher: item.infoSources?.find(({ role }) => role === 'publisher')?.name ?? source?.publisher,
    day: (item.firstCreated ?? item.versionCreated)?.slice(0, 10),
  };
}

function stateOf(item: NewsItem, now: Date): ArticleState {
  if (item.profile === ERASED_PROFILE) return 'erased';
  return item.profile === RENAMED_PROFILE ? 'renamed' : visibilityAt(item, now);
}
