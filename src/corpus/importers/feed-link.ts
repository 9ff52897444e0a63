/** `feedburner:origLink`. */
const ORIGINAL = /<\w{1,20}:origLink[^<>]{0,200}>(?:<!\[CDATA\[)?([^<>]{1,2000}?)(?:\]\]>)?</i;

/** Paths of counters of clicks and of alerts. */
const REDIRECTS = /^\/(?:url|redirect|redir|click|track|r|l\.php|rss-?redirect|out)?(?:\/|\.\w{1,5})?$/i;

/**
 * Where the article of an entry stands: counters of clicks die, and their links with them. They bear the address of the
 * article in an element of their own, or in the link: `…/url?url=https://post.example/1`.
 * @param source The entry as it stands in the feed, where it is known.
 */
export function articleLink(link: string | undefined, source: string | undefined): string | undefined {
  const original = ORIGINAL.exec(source ?? '')?.[1]
    ?.trim()
    .replaceAll('&amp;', '&');
  if (original || !link || !URL.canParse(link)) return original || link;
  const { hostname, pathname, searchParams } = new URL(link);
  const target = REDIRECTS.test(pathname) ? (searchParams.get('url') ?? searchParams.get('u') ?? '') : '';
  const isOther = /^https?:/.test(target) && URL.canParse(target) && new URL(target).hostname !== hostname;
  return isOther ? target : link;
}
