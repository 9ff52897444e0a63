import type { Source, SourceDate } from '../source.ts';
import { type NewsItem, UNDATED_PROFILE } from './news-item.ts';

/** The article as a source to cite; undefined when it bears no date at all. */
export function readItemSource(item: NewsItem, file: string): Source | undefined {
  const date = readDate(item);
  if (!date) return undefined;
  const publisher = findPublisher(item);
  const url = findAddress(item);
  return {
    id: item.uri,
    title: findTitle(item),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
    ...date,
    file,
  };
}

/** The day a moment falls on where it was written: "2026-11-20T23:30:00-05:00" is the 20th. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

/** Whose words an article is: its writers and publisher as far as they are known, else its title. */
export function attributionOf(item: NewsItem, source: Source): string {
  const by = item.by?.trim().replace(/^by\s+/i, '');
  const publisher = source.publisher === by ? undefined : source.publisher;
  return [by, publisher].filter((name) => name).join(', ') || source.title;
}

function readDate({
  profile,
  firstCreated,
  contentCreated,
  versionCreated,
}: NewsItem): SourceDate | undefined {
  if (profile === UNDATED_PROFILE) return versionCreated ? { accessed: dayOf(versionCreated) } : undefined;
  const published = firstCreated ?? contentCreated ?? versionCreated;
  return published ? { published: dayOf(published) } : undefined;
}

function findTitle({ headlines, title, slugline, uri }: NewsItem): string {
  const main = headlines?.find(({ role }) => role === 'main') ?? headlines?.[0];
  return main?.value?.trim() || title?.trim() || slugline?.trim() || uri;
}

function findPublisher({ infoSources, copyrightHolder }: NewsItem): string | undefined {
  const publisher = infoSources?.find(({ role }) => role === 'publisher') ?? infoSources?.[0];
  return publisher?.name?.trim() || copyrightHolder?.trim() || undefined;
}

/** The page readers see: a rendition that is a web page, else the URI when it is an address. */
function findAddress({ renditions, uri }: NewsItem): string | undefined {
  const page = renditions?.find(({ name, contentType }) => name === 'web' || contentType === 'text/html');
  return [page?.href, uri].find((address) => address && /^https?:\/\/[^\s/]+/i.test(address));
}
