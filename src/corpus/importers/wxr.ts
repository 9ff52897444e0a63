import { buildItem, type Draft } from './build-item.ts';
import { htmlText } from './html.ts';
import { type ImportDocument, type Imported, noArticle, orProblem, problemAt } from './importer.ts';
import { child, children, find, parseXml, wordsOf, type XmlElement } from './xml.ts';

/** The namespaces of WordPress' own elements, by version of the export. */
const WORDPRESS = /^https?:\/\/wordpress\.org\/export\//;
const EXCERPT = /\/excerpt\/$/;
const CONTENT = /\/content\/$/;

/** Exports carry control characters that writers pasted, which XML does not allow. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/**
 * Whether a document in RSS is a WordPress export, which holds drafts and private posts, too. Feeds declare its
 * namespace and use none of its elements.
 */
export function isWxr(text: string): boolean {
  const prefix = NAMESPACE.exec(text.slice(0, 20_000))?.[1];
  return prefix !== undefined && text.includes(`<${prefix}:`);
}

const NAMESPACE = /xmlns:(\w{1,20})\s*=\s*["']https?:\/\/wordpress\.org\/export\/[\d.]{1,10}\/["']/;

/** WordPress' export (WXR): the posts with their states. Pages, attachments, menus and revisions are no articles. */
export function* importWxr(document: ImportDocument): Generator<Imported> {
  const parsed = parseXml(document.text.replace(NOT_XML, ''));
  if ('fault' in parsed) {
    yield problemAt(parsed.line, parsed.fault, 'Export the site again');
    return;
  }
  const channel = find(parsed.root, 'channel');
  const authors = readAuthors(channel);
  for (const item of channel ? children(channel, 'item') : []) {
    const type = wordpress(item, 'post_type') ?? 'post';
    if (type !== 'post') yield noArticle(type);
    else
      yield orProblem(item.line, () =>
        buildItem(
          { line: item.line, ...readSite(channel), ...readPost(item, authors), ...readState(item) },
          document,
        ),
      );
  }
}

/** The names of writers by the names they log in with. */
function readAuthors(channel: XmlElement | undefined): ReadonlyMap<string, string> {
  const authors = channel ? children(channel, 'author', WORDPRESS) : [];
  return new Map(
    authors.map((author) => [
      wordpress(author, 'author_login') ?? '',
      wordpress(author, 'author_display_name') ?? '',
    ]),
  );
}

function readSite(channel: XmlElement | undefined): Partial<Draft> {
  return {
    publisher: htmlText(wordsOf(child(channel, 'title'))),
    language: wordsOf(child(channel, 'language')),
  };
}

function readPost(item: XmlElement, authors: ReadonlyMap<string, string>): Partial<Draft> {
  const creator = wordsOf(child(item, 'creator')).trim();
  return {
    uri: wordsOf(child(item, 'guid')),
    url: wordsOf(child(item, 'link')),
    title: htmlText(wordsOf(child(item, 'title'))),
    by: authors.get(creator) || creator,
    text: htmlText(wordsOf(child(item, 'encoded', CONTENT))),
    summary: htmlText(wordsOf(child(item, 'encoded', EXCERPT))),
    topics: children(item, 'category').map((category) => htmlText(wordsOf(category))),
  };
}

/** A post with a password is published for those alone who know it. A post without a state is in none that is known. */
function readState(item: XmlElement): Partial<Draft> {
  const status = wordpress(item, 'status') ?? 'without a status';
  const written = momentOf(item, 'post_date') ?? wordsOf(child(item, 'pubDate'));
  return {
    status: wordpress(item, 'post_password') === undefined ? status : 'private',
    // A draft bears the year -1 in place of its day.
    published: /-0001/.test(written) ? undefined : written,
    updated: momentOf(item, 'post_modified'),
  };
}

/** A moment in the time of Greenwich, else in that of the site; undefined for a day of noughts. */
function momentOf(item: XmlElement, name: string): string | undefined {
  const ofGreenwich = wordpress(item, `${name}_gmt`) ?? '';
  if (/[1-9]/.test(ofGreenwich)) return `${ofGreenwich}Z`;
  const ofSite = wordpress(item, name) ?? '';
  return /[1-9]/.test(ofSite) ? ofSite : undefined;
}

function wordpress(element: XmlElement, name: string): string | undefined {
  return wordsOf(child(element, name, WORDPRESS)).trim() || undefined;
}
