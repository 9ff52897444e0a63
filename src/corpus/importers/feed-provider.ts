import type { parseFeed } from 'feedsmith';

type Feed = ReturnType<typeof parseFeed<string>>;

/**
 * Within what the ids of a feed's entries are unique: the site that it is of, without the scheme and `www.`, which
 * change while the site stays, else what the feed is called. It is the same for every copy of the feed on a disk.
 */
export function providerOfFeed(parsed: Feed): string | undefined {
  const [site] = sitesOf(parsed).filter((address) => address?.trim());
  return site === undefined ? titleOf(parsed) : withoutScheme(site.trim());
}

function sitesOf(parsed: Feed): readonly (string | undefined)[] {
  switch (parsed.format) {
    case 'rss':
    case 'rdf':
      return [parsed.feed.link];
    case 'atom':
      return [parsed.feed.id, parsed.feed.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href];
    case 'json':
      return [parsed.feed.home_page_url, parsed.feed.feed_url];
    default:
      return parsed satisfies never;
  }
}

function titleOf({ format, feed }: Feed): string | undefined {
  return format === 'atom' ? feed.title?.value : feed.title;
}

function withoutScheme(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname}${search}`.replace(/\/$/, '');
}
