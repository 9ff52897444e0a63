import type { Source, SourceDate } from '../source.ts';
import { type NewsItem, UNDATED_PROFILE } from './news-item.ts';

/** The article as a source to cite; undefined when it bears no date at all. */
export function readItemSource(item: NewsItem, file: string): Source | undefined {
  const date = readDate(item);
  if (!date) return undefined;
  const writers = findWriters(item);
  const publisher = findPublisher(item);
  const url = findAddress(item);
  return {
    id: item.uri,
    title: findTitle(item),
    ...(writers ? { writers } : {}),
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

/**
 * What an article is called where nobody it names is speaking: "Article by Ada Voss, Courier" for the words of its
 * writers, never their names alone, and "Words quoted in an article by …" for those of somebody else.
 */
export function describeArticle({ writers, publisher }: Source): {
  readonly written: string;
  readonly quoted: string;
} {
  const names = [writers, publisher === writers ? undefined : publisher].filter((name) => name !== undefined);
  const by = names.length === 0 ? '' : ` by ${names.join(', ')}`;
  return { written: `Article${by}`, quoted: `Words quoted in an article${by}` };
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

function findWriters({ by }: NewsItem): string | undefined {
  return nameIn(by?.replace(/^\s*by\s+/i, ''));
}

function findPublisher({ infoSources, copyrightHolder }: NewsItem): string | undefined {
  const publisher = infoSources?.find(({ role }) => role === 'publisher') ?? infoSources?.[0];
  return nameIn(publisher?.name) ?? nameIn(copyrightHolder);
}

/** `urn:…`, `https://…`, `/var/spool/in.xml`, `C:\in`, `story.xml`, `ada@desk.example`: of machines, no names. */
const ADDRESS =
  /^[a-z][a-z\d+.-]{0,20}:|^[/\\]|[/\\][^/\\]{0,80}[/\\]|@|\.(?:xml|html?|json|txt|md|csv|php|aspx?)$|^[\da-f-]{20,}$/i;

/** The name that a text is; undefined when it is empty, or names no person or house. */
function nameIn(text = ''): string | undefined {
  const name = text.trim();
  const isAddress = !/\s/.test(name) && ADDRESS.test(name);
  return /\p{L}/u.test(name) && !isAddress ? name : undefined;
}

/** The page readers see: a rendition that is a web page, else the URI when it is an address. */
function findAddress({ renditions, uri }: NewsItem): string | undefined {
  const page = renditions?.find(({ name, contentType }) => name === 'web' || contentType === 'text/html');
  return [page?.href, uri].find((address) => address && /^https?:\/\/[^\s/]+/i.test(address));
}
