import { parseFeed } from 'feedsmith';
import { buildItem, type Draft } from './build-item.ts';
import { findEntries, originalLink } from './feed-entries.ts';
import { htmlText } from './html.ts';
import { type ImportDocument, type Imported, orProblem, problemAt } from './importer.ts';
import { firstDate } from './page-metadata.ts';

type Feed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format> = Extract<Feed, { readonly format: Format }>['feed'];

/** What every entry of a feed takes over from it. */
type FromFeed = Pick<Draft, 'publisher' | 'language' | 'copyrightNotice'>;

/** What an entry says, read when it is its turn: one that is refused does not keep the others from being read. */
type Entry = () => Omit<Draft, 'line'>;

/** RSS 0.9 to 2.0, Atom, RDF and JSON Feed. */
export function* importFeed(document: ImportDocument): Generator<Imported> {
  const { lines, broken, whole, sources } = findEntries(document.text);
  let drafts: readonly Entry[];
  try {
    drafts = readDrafts(parseFeed(whole));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield problemAt(1, `the feed cannot be read (${reason})`, 'Check that the address or file is a feed');
    return;
  }
  // The parser passes over entries that are empty: what belongs to which is not known then.
  const links = sources.length === drafts.length ? sources.map(originalLink) : [];
  for (const [index, draft] of drafts.entries()) {
    const line = lines[index] ?? 1;
    yield orProblem(line, () => buildItem({ line, ...resolved(draft(), links[index]) }, document));
  }
  if (broken) yield problemAt(broken, 'the feed breaks off in this entry', 'Fetch the feed again');
}

function resolved(draft: Omit<Draft, 'line'>, original: string | undefined): Omit<Draft, 'line'> {
  return { ...draft, url: original || findTarget(draft.url) };
}

/** Counters of clicks and alerts bear the address of the article in their own: `…/url?url=https://post.example/1`. */
function findTarget(link: string | undefined): string | undefined {
  if (!link || !URL.canParse(link)) return link;
  const { hostname, pathname, searchParams } = new URL(link);
  const target = REDIRECTS.test(pathname) ? (searchParams.get('url') ?? searchParams.get('u') ?? '') : '';
  const isOther = /^https?:/.test(target) && URL.canParse(target) && new URL(target).hostname !== hostname;
  return isOther ? target : link;
}

const REDIRECTS = /^\/(?:url|redirect|redir|click|track|r|l\.php|rss-?redirect|out)?(?:\/|\.\w{1,5})?$/i;

function readDrafts(parsed: Feed): readonly Entry[] {
  switch (parsed.format) {
    case 'rss':
      return readRss(parsed.feed);
    case 'rdf':
      return readRdf(parsed.feed);
    case 'atom':
      return readAtom(parsed.feed);
    case 'json':
      return readJsonFeed(parsed.feed);
    default:
      throw parsed satisfies never;
  }
}

function readRss(feed: FeedOf<'rss'>): readonly Entry[] {
  const fromFeed: FromFeed = {
    publisher: feed.title,
    language: feed.language,
    copyrightNotice: feed.copyright,
  };
  return (feed.items ?? []).map((item) => () => ({
    ...fromFeed,
    uri: item.guid?.value,
    url: resolve(item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value), feed.link),
    title: words(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
    text: words(item.content?.encoded),
    summary: words(item.description ?? item.dc?.descriptions?.[0] ?? item.itunes?.summary),
    published: firstDate([
      item.pubDate,
      item.dc?.dates?.[0],
      item.dcterms?.issued?.[0],
      item.dcterms?.created?.[0],
    ]),
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    by: join(item.dc?.creators) ?? join(item.authors?.map(({ name }) => name)),
    language: item.dc?.languages?.[0] ?? feed.language,
    topics: item.categories?.flatMap(({ name }) => name ?? []),
  }));
}

function readRdf(feed: FeedOf<'rdf'>): readonly Entry[] {
  return (feed.items ?? []).map((item) => () => ({
    publisher: item.dc?.publishers?.[0] ?? feed.title,
    copyrightNotice: item.dc?.rights?.[0] ?? feed.dc?.rights?.[0],
    uri: item.rdf?.about,
    url: resolve(item.link, feed.link),
    title: words(item.title ?? item.dc?.titles?.[0]),
    text: words(item.content?.encoded),
    summary: words(item.description ?? item.dc?.descriptions?.[0]),
    published: item.dc?.dates?.[0],
    by: join(item.dc?.creators),
    language: item.dc?.languages?.[0] ?? feed.dc?.languages?.[0],
    topics: item.dc?.subjects,
  }));
}

function readAtom(feed: FeedOf<'atom'>): readonly Entry[] {
  const base = feed.xml?.base ?? feed.links?.find(({ href = '' }) => /^https?:/.test(href))?.href;
  return (feed.entries ?? []).map((entry) => () => ({
    publisher: words(entry.source?.title?.value) ?? words(feed.title?.value),
    copyrightNotice: entry.rights?.value ?? feed.rights?.value,
    language: entry.xml?.lang ?? feed.xml?.lang,
    uri: entry.id,
    url: resolve(entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href, base),
    title: atomText(entry.title),
    text: atomText(entry.content),
    summary: atomText(entry.summary),
    published: entry.published ?? entry.updated,
    updated: entry.updated,
    by: join((entry.authors ?? feed.authors)?.map(({ name }) => name)),
    topics: entry.categories?.flatMap(({ label, term }) => label ?? term ?? []),
  }));
}

function readJsonFeed(feed: FeedOf<'json'>): readonly Entry[] {
  return (feed.items ?? []).map((item) => () => ({
    publisher: feed.title,
    language: item.language ?? feed.language,
    uri: item.id,
    url: resolve(item.url, feed.home_page_url),
    title: item.title,
    text: item.content_text ?? words(item.content_html),
    summary: item.summary,
    published: item.date_published,
    updated: item.date_modified,
    by: join((item.authors ?? feed.authors)?.map(({ name }) => name)),
    topics: item.tags,
  }));
}

function words(html: string | undefined): string | undefined {
  return html === undefined ? undefined : htmlText(html);
}

/** In Atom the type says whether `&lt;` is a sign or the beginning of a tag. */
function atomText(text: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
  return text?.type === undefined || text.type === 'text' ? text?.value : words(text.value);
}

function join(names: readonly (string | undefined)[] | undefined): string | undefined {
  return names?.filter((name) => name?.trim()).join(', ') || undefined;
}

function resolve(address: string | undefined, base: string | undefined): string | undefined {
  return address && base && URL.canParse(address, base) ? new URL(address, base).href : address;
}
