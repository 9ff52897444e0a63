import { isHomePage } from '../archive/index.ts';
import type { parseHtml } from './html.ts';
import { readLocalDate } from './local-date.ts';
import { isNoDate, readMoment } from './moments/read-moment.ts';
import type { Field } from './publication/read-item-state.ts';
import { stateFieldKind } from './publication/state-fields.ts';

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
  /** What it says of whether its article may be shown. */
  readonly states: readonly Field[];
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

/** Reads the head of a page, and the `meta` elements elsewhere. `address` is where the page was fetched or found. */
export function readMetadata(page: Page, address: string): PageMetadata {
  const metas = readMetas(page);
  const first = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? [])[0];
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const language = page.documentElement.getAttribute('lang')?.trim() || undefined;
  const site = first(['og:site_name', 'application-name']);
  return {
    url: ownAddress([link, first(['og:url'])], address),
    title: withoutSite(first(['og:title']) || page.title || headingOf(page), site),
    site,
    language,
    summary: first(['description', 'og:description']),
    by: all(WRITER_NAMES).find((name) => !/^https?:/.test(name)),
    published: all(PUBLISHED_NAMES).map((date) => asDate(date, language)),
    updated: all(UPDATED_NAMES),
    states: statesIn(metas),
  };
}

const OF_ARTICLE = /^(?:og:)?article[:.]/;
/** "noarchive, unavailable_after: 2026-11-22" */
const UNAVAILABLE = /\bunavailable_after\s*:\s*(.{1,60})$/i;

function statesIn(metas: ReadonlyMap<string, readonly string[]>): readonly Field[] {
  const states = [...metas].filter(
    ([name]) =>
      OF_ARTICLE.test(name) &&
      !PUBLISHED_NAMES.includes(name) &&
      stateFieldKind(name.replace(OF_ARTICLE, '')) !== undefined,
  );
  const ends = [...(metas.get('robots') ?? []), ...(metas.get('googlebot') ?? [])].flatMap(
    (rules) => UNAVAILABLE.exec(rules)?.[1] ?? [],
  );
  return [
    ...states.map(([name, values]) => [name.replace(OF_ARTICLE, ''), values] as const),
    ...ends.map((end) => ['unavailable_after', end] as const),
  ];
}

/** The first of some dates that is one. Where none is, the first of all, to be told; undefined where there are none. */
export function firstDate(dates: readonly (string | undefined)[]): string | undefined {
  const given = dates.flatMap((date) => date?.trim() || []).filter((date) => !isNone(date));
  return given.find(isDate) ?? given[0];
}

/** A date in the page's language in a form that every reader knows; any other text as it is, to be told. */
function asDate(text: string, language: string | undefined): string {
  return isDate(text) ? text : (readLocalDate(text, language) ?? text);
}

/** Programs write the first second of their clocks for "none", too. */
function isNone(text: string): boolean {
  return isNoDate(text) || text.startsWith('1970-01-01');
}

/** Whether a text is one day or moment beyond doubt. */
export function isDate(text: string): boolean {
  return !isNone(text) && readMoment(text) !== undefined;
}

/** All values of each `meta` element, by its name in small letters. */
function readMetas(page: Page): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of page.querySelectorAll('[content]')) {
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map(
      (name) => element.getAttribute(name) ?? '',
    );
    const value = element.getAttribute('content');
    if (!value?.trim()) continue;
    // RDFa names its vocabulary: `schema:datePublished`.
    for (const name of names.flatMap((list) => list.toLowerCase().replaceAll('schema:', '').split(/\s+/))) {
      if (name !== '') metas.set(name, [...(metas.get(name) ?? []), value.trim()]);
    }
  }
  return metas;
}

/** Templates put the home page where an article's address is missing. */
function ownAddress(links: readonly (string | undefined)[], base: string): string | undefined {
  for (const link of links) {
    if (!link || !URL.canParse(link, base)) continue;
    const { href, protocol } = new URL(link, base);
    if (/^https?:$/.test(protocol) && !isHomePage(href)) return href;
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
