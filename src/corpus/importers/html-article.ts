import { Readability } from '@mozilla/readability';
import { buildItem, type Draft } from './build-item.ts';
import { importClaimNodes, withoutClaims } from './claim-review.ts';
import { checkNesting, htmlText, parseHtml, toMarkup } from './html.ts';
import {
  type ImportDocument,
  type Imported,
  type Importer,
  orProblem,
  problemAt,
  refusalAt,
  warningAt,
} from './importer.ts';
import { ofJson } from './json-document.ts';
import { findNodes, type LinkedNode, textIn, textsIn } from './json-ld.ts';
import { markupText } from './markup-text.ts';

const ARTICLE = /^(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$/;

/** A page with an article: the fact checks it embeds, then its readable text with what its JSON-LD says of it. */
export function* importHtmlArticle(document: ImportDocument): Generator<Imported> {
  try {
    yield* importPage(document);
  } catch (error) {
    yield refusalAt(1, error);
  }
}

function* importPage(document: ImportDocument): Generator<Imported> {
  const page = parseHtml(document.text);
  checkNesting(page.documentElement);
  const data = readLinkedData(page);
  // The page of a fact check often bears its date and writer in the ClaimReview alone.
  const node = findNodes(data, ARTICLE)[0] ?? findNodes(data, /^ClaimReview$/)[0];
  const draft = readPage(page, node);
  const reviews = importClaimNodes(data, document, draft);
  const text = withoutClaims(draft.text ?? '', data);
  // A page that is nothing but its fact checks has been read with them: its description repeats the claim.
  const isMore = text.trim() !== '' || !reviews.some(({ kind }) => kind === 'item');
  const articles = isMore ? [buildItem({ line: 1, ...draft, text }, document)] : [];
  const imported = [...reviews, ...articles];
  if (data.includes(undefined)) yield warnOfLinkedData(imported);
  yield* imported;
}

function warnOfLinkedData(imported: readonly Imported[]): Imported {
  const isRead = imported.some(({ kind }) => kind === 'item');
  return warningAt(
    1,
    'the JSON-LD of the page is not JSON',
    isRead ? 'Nothing: the readable text is used' : 'Ask the publisher to mend it',
  );
}

/** JSON-LD without a page around it. */
export const importLinkedArticles: Importer = ofJson(function* (value, line, document) {
  const articles = findNodes(value, ARTICLE);
  if (articles.length === 0)
    yield problemAt(line, 'the document holds no article', 'Name its format with --format');
  for (const article of articles)
    yield orProblem(line, () =>
      buildItem({ line, ...readArticle(article), text: bodyOf(article) }, document),
    );
});

/** The values of all JSON-LD of a page; undefined for one that is not JSON. */
function readLinkedData(page: ReturnType<typeof parseHtml>): readonly unknown[] {
  const texts: string[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    texts.push(String(script.textContent));
  }
  return texts.map(parseJson);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(
      text
        .trim()
        .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/)/, '')
        .replace(/(?:-->|\/\*\]\]>\*\/)$/, ''),
    );
  } catch {
    return undefined;
  }
}

function readPage(page: ReturnType<typeof parseHtml>, article: LinkedNode | undefined): Omit<Draft, 'line'> {
  const meta = (name: string): string | undefined =>
    page.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')?.trim() ||
    undefined;
  const canonical: string | undefined =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const language: string | undefined = page.documentElement.getAttribute('lang') ?? undefined;
  const site = meta('og:site_name');
  // Readability takes the document apart: everything else is read before.
  const fromMeta = {
    url: canonical ?? meta('og:url'),
    title: withoutSite(meta('og:title') ?? page.title, site),
    published: meta('article:published_time') ?? meta('date'),
    updated: meta('article:modified_time'),
    publisher: site,
    summary: meta('description') ?? meta('og:description'),
  };
  const readable = new Readability<unknown>(page, { serializer: (node: unknown) => node }).parse();
  const text = markupText(toMarkup(readable?.content));
  const known = article ? readArticle(article) : {};
  return {
    ...fromMeta,
    by: readable?.byline ?? undefined,
    language,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    text: article ? betterText(bodyOf(article), text) : text,
  };
}

/** A page's title often ends with the name of its site, which stands behind it in every citation anyway. */
function withoutSite(title: string, site: string | undefined): string {
  const whole = title.trim();
  if (!site || !whole.endsWith(site)) return title;
  const start = whole.slice(0, -site.length);
  const sign = start.trimEnd();
  return sign !== start && /\s[|–—·-]$/.test(sign) ? sign.slice(0, -1).trimEnd() : title;
}

/** `articleBody` often comes without paragraphs; the page's own text has them, when it is the whole article. */
function betterText(body: string, readable: string): string {
  const isWhole = readable.length >= 0.8 * body.length;
  return body === '' || (isWhole && !body.includes('\n') && readable.includes('\n')) ? readable : body;
}

function bodyOf(article: LinkedNode): string {
  const body = textIn(article, 'articleBody', 'text') ?? '';
  return /<\/?(?:p|div|br)\b/i.test(body) ? htmlText(body) : body;
}

function readArticle(article: LinkedNode): Omit<Draft, 'line'> {
  const authors = [...textsIn(article, 'author'), ...textsIn(article, 'creator')];
  return {
    url: textIn(article, 'url', 'mainEntityOfPage', '@id'),
    title: entitiesRead(textIn(article, 'headline', 'name')),
    summary: entitiesRead(textIn(article, 'description')),
    published: textIn(article, 'datePublished', 'dateCreated'),
    updated: textIn(article, 'dateModified'),
    fields: Object.entries(article),
    version: textIn(article, 'version'),
    by: authors.filter((name) => !/^https?:/.test(name)).join(', ') || undefined,
    publisher: textIn(article, 'publisher', 'sourceOrganization'),
    language: textIn(article, 'inLanguage'),
    copyrightHolder: textIn(article, 'copyrightHolder'),
    copyrightNotice: textIn(article, 'copyrightNotice'),
    usageTerms: textIn(article, 'usageInfo', 'license'),
    topics: [
      ...textsIn(article, 'keywords').flatMap((words) => words.split(',')),
      ...textsIn(article, 'articleSection'),
    ],
    places: textsIn(article, 'contentLocation'),
  };
}

function entitiesRead(text: string | undefined): string | undefined {
  return text === undefined ? undefined : htmlText(text);
}
