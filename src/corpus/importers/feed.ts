import { parseFeed } from 'feedsmith';
import { readBase64 } from './base64-text.ts';
import { buildItem, type Draft } from './build-item.ts';
import { entryFields, jsonFeedFields } from './entry-fields.ts';
import { findEntries } from './feed-entries.ts';
import { articleLink } from './feed-link.ts';
import { providerOfFeed } from './feed-provider.ts';
import { htmlText } from './html.ts';
import { type ImportDocument, type Imported, orProblem, problemAt } from './importer.ts';
import { offsetOf, readMoment } from './moments/read-moment.ts';
import { nameByContent } from './name-by-content.ts';
import { firstDate } from './page-metadata.ts';
import type { Field } from './publication/read-item-state.ts';
import { importWxr, isWxr } from './wxr.ts';

type Feed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format> = Extract<Feed, { readonly format: Format }>['feed'];

/** What every entry of a feed takes over from it. */
type FromFeed = Pick<Draft, 'publisher' | 'language' | 'copyrightNotice' | 'timezone'>;

/** What an entry says, read when it is its turn: one that is refused does not keep the others from being read. */
type Entry = () => Omit<Draft, 'line'>;

/** RSS 0.9 to 2.0, Atom, RDF and JSON Feed. */
export function* importFeed(document: ImportDocument): Generator<Imported> {
  if (isWxr(document.text)) {
    yield* importWxr(document);
    return;
  }
  const { lines, broken, whole, sources } = findEntries(document.text);
  let parsed: Feed;
  let fields: readonly (readonly Field[])[];
  try {
    parsed = parseFeed(whole);
    fields = /^\s*\{/.test(whole) ? jsonFeedFields(whole) : sources.map(entryFields);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield problemAt(1, `the feed cannot be read (${reason})`, 'Check that the address or file is a feed');
    return;
  }
  const provider = document.provider ?? providerOfFeed(parsed);
  const drafts = readDrafts(parsed);
  // The parser passes over entries that are empty: what belongs to which is not known then.
  const isEach = (list: readonly unknown[]) => list.length === drafts.length;
  for (const [index, entry] of drafts.entries()) {
    const line = lines[index] ?? 1;
    yield orProblem(line, () => {
      const draft = entry();
      const url = articleLink(draft.url, isEach(sources) ? sources[index] : undefined);
      // A state that may be of any entry holds back all of them.
      const states = isEach(fields) ? fields[index] : fields.flat();
      return buildItem({ line, provider, ...named({ ...draft, url }), fields: states }, document);
    });
  }
  if (broken) yield problemAt(broken, 'the feed breaks off in this entry', 'Fetch the feed again');
}

/** An entry without id and page is known by its title and day: feeds give no more of it. */
function named(draft: Omit<Draft, 'line'>): Omit<Draft, 'line'> {
  const { uri, url, title = '', published = '' } = draft;
  return uri?.trim() || url?.trim() ? draft : { ...draft, uri: nameByContent([title, published]) };
}

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
    // Feeds write when they were made in the zone of their newsroom, and when articles were in universal time.
    timezone: offsetOf(readMoment(feed.lastBuildDate ?? feed.pubDate ?? '')),
  };
  return (feed.items ?? []).map((item) => () => ({
    ...fromFeed,
    uri: item.guid?.value,
    url: resolve(item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value), feed.link),
    title: words(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
    text: words(item.content?.encoded),
    // What a `media:content` says of itself is the caption of a picture.
    summary: words(
      item.description ??
        item.dc?.descriptions?.[0] ??
        item.itunes?.summary ??
        (item.media?.description ?? item.media?.groups?.[0]?.description)?.value,
    ),
    published: firstDate([
      item.pubDate,
      item.dc?.dates?.[0],
      item.dcterms?.issued?.[0],
      item.dcterms?.created?.[0],
    ]),
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    by:
      join(item.dc?.creators) ??
      join([...(item.authors ?? []), ...(item.atom?.authors ?? [])].map(({ name }) => name)),
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
  return html === undefined ? undefined : htmlText(readBase64(html) ?? html);
}

/** In Atom the type says whether `&lt;` is a sign or the beginning of a tag. */
function atomText(text: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
  const { value, type = 'text' } = text ?? {};
  const isPlain = /^text(?:\/plain)?$/.test(type) && readBase64(value ?? '') === undefined;
  return isPlain ? value : words(value);
}

function join(names: readonly (string | undefined)[] | undefined): string | undefined {
  return names?.filter((name) => name?.trim()).join(', ') || undefined;
}

function resolve(address: string | undefined, base: string | undefined): string | undefined {
  return address && base && URL.canParse(address, base) ? new URL(address, base).href : address;
}
