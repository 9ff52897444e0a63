import type { parseHtml } from './html.ts';
import { readMoment } from './read-moment.ts';

type Page = ReturnType<typeof parseHtml>;

/** What a page says of itself outside its linked data. Dates are in the order in which they are to be believed. */
export interface PageMetadata {
  /** The page's own address, absolute; undefined where it names none, or only the home page. */
  readonly url: string | undefined;
  readonly title: string;
  readonly site: string | undefined;
  readonly language: string | undefined;
  readonly summary: string | undefined;
  readonly by: string | undefined;
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** Names of `meta` and `itemprop`, in small letters. */
const PUBLISHED_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date_published',
  'publication_date',
  'publish_date',
  'publish-date',
  'publishdate',
  'published_time',
  'published-date',
  'published_date',
  'published',
  'pubdate',
  'article.published',
  'article.created',
  'datecreated',
  'bt:pubdate',
  'rnews:datepublished',
  'shareaholic:article_published_time',
  'gentime',
  'date',
];
const UPDATED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article.updated',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'date_modified',
];
const WRITER_NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
  'byline',
];

/** Reads head, microdata and `time` elements of a page. `address` is where the page was fetched or found. */
export function readMetadata(page: Page, address: string): PageMetadata {
  const metas = readMetas(page);
  const first = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? [])[0];
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const site = first(['og:site_name', 'application-name']);
  return {
    url: ownAddress([link, first(['og:url'])], address),
    title: withoutSite(first(['og:title']) || page.title || headingOf(page), site),
    site,
    language: page.documentElement.getAttribute('lang') ?? undefined,
    summary: first(['description', 'og:description']),
    by: all(WRITER_NAMES).find((name) => !/^https?:/.test(name)),
    published: [...all(PUBLISHED_NAMES), ...timesOf(page), ...addressDate(link ?? address)],
    updated: all(UPDATED_NAMES),
  };
}

/** The first of some dates that is one. Where none is, the first of all, to be told; undefined where there are none. */
export function firstDate(dates: readonly (string | undefined)[]): string | undefined {
  const given = dates.flatMap((date) => date?.trim() || []).filter((date) => !NO_DATE.test(date));
  return given.find((date) => readMoment(date) !== undefined) ?? given[0];
}

/** What programs write for "none": the years 0 and 1, and the first second of their clocks. */
const NO_DATE = /^(?:000[01]-|1970-01-01)/;

/** All values of each `meta` and `itemprop`, by its name in small letters. */
function readMetas(page: Page): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta[content],[itemprop]')) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map(
      (name) => element.getAttribute(name) ?? '',
    );
    const value =
      element.getAttribute('content') ??
      element.getAttribute('datetime') ??
      shortText(String(element.textContent));
    if (!value?.trim()) continue;
    for (const name of names.flatMap((list) => list.toLowerCase().split(/\s+/))) {
      if (name !== '') metas.set(name, [...(metas.get(name) ?? []), value.trim()]);
    }
  }
  return metas;
}

const LONGEST_VALUE = 200;

function shortText(text: string): string | undefined {
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length <= LONGEST_VALUE ? short : undefined;
}

/** `time` elements that say they are the date of publication, then those in the heads of articles, then the first. */
function timesOf(page: Page): readonly string[] {
  const found: { readonly rank: number; readonly date: string }[] = [];
  for (const time of page.querySelectorAll('time[datetime],abbr.published[title],abbr.date[title]')) {
    const date = time.getAttribute('datetime') ?? time.getAttribute('title') ?? '';
    const marks = `${time.getAttribute('class') ?? ''} ${time.hasAttribute('pubdate') ? 'published' : ''}`;
    found.push({ rank: TIME_RANKS.findIndex((pattern) => pattern.test(marks)), date });
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ date }) => date);
}

/** The last fits all. */
const TIME_RANKS = [
  /publish|entry-date|post-date|pubdate/i,
  /^(?![\s\S]*(?:updat|modif|comment|related))/i,
  /^/,
];

/** "/2026/11/20/": publishers put the day of publication there. */
function addressDate(address: string): readonly string[] {
  const date = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/._-]|$)/.exec(address);
  return date ? [`${date[1]}-${date[2]}-${date[3]}`] : [];
}

/** Templates put the home page where an article's address is missing. */
function ownAddress(links: readonly (string | undefined)[], base: string): string | undefined {
  for (const link of links) {
    if (!link || !URL.canParse(link, base)) continue;
    const { href, protocol, pathname, search } = new URL(link, base);
    if (/^https?:$/.test(protocol) && (pathname.length > 1 || search !== '')) return href;
  }
  return undefined;
}

function headingOf(page: Page): string {
  return String(page.querySelector('h1')?.textContent ?? '').trim();
}

/** A page's title often ends with the name of its site, which stands behind it in every citation anyway. */
function withoutSite(title: string, site: string | undefined): string {
  const whole = title.trim();
  if (!site || !whole.endsWith(site)) return title;
  const start = whole.slice(0, -site.length);
  const sign = start.trimEnd();
  return sign !== start && /\s[|–—·-]$/.test(sign) ? sign.slice(0, -1).trimEnd() : title;
}
