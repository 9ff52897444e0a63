import { Readability } from '@mozilla/readability';
import { buildItem, type Draft } from './build-item.ts';
import { importClaimNodes } from './claim-review.ts';
import { htmlText, parseHtml } from './html.ts';
import { type ImportDocument, type Imported, linesAt, problemAt } from './importer.ts';
import { findNodes, type LinkedNode, textIn, textsIn } from './json-ld.ts';

const ARTICLE = /^(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$/;

/** A page with an article: what it says of itself in JSON-LD first, then its readable text. */
export function* importHtmlArticle(document: ImportDocument): Generator<Imported> {
  const data = readLinkedData(document.text);
  for (const { line } of data.filter(({ value }) => value === undefined)) {
    yield problemAt(line, 'the JSON-LD of the page is not JSON', 'Nothing: the readable text is used');
  }
  const values = data.flatMap(({ value }) => (value === undefined ? [] : [value]));
  yield* importClaimNodes(values, document);
  const article = findNodes(values, ARTICLE)[0];
  yield buildItem({ line: 1, ...readPage(document.text, article) }, document);
}

/** JSON-LD without a page around it. */
export function* importLinkedArticles(document: ImportDocument): Generator<Imported> {
  let articles: readonly LinkedNode[] = [];
  try {
    articles = findNodes(JSON.parse(document.text), ARTICLE);
  } catch {
    // Told below: nothing was found.
  }
  if (articles.length === 0)
    yield problemAt(1, 'the document holds no article', 'Name its format with --format');
  for (const article of articles)
    yield buildItem({ line: 1, ...readArticle(article), text: bodyOf(article) }, document);
}

function readLinkedData(html: string): readonly { readonly line: number; readonly value: unknown }[] {
  const scripts = [...html.matchAll(/<script\b[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script/gi)];
  const lines = linesAt(
    html,
    scripts.map(({ index }) => index),
  );
  return scripts.map((match, index) => ({ line: lines[index] ?? 1, value: parseJson(match[1] ?? '') }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function readPage(html: string, article: LinkedNode | undefined): Omit<Draft, 'line'> {
  const page = parseHtml(html);
  const meta = (name: string): string | undefined =>
    page.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')?.trim() ||
    undefined;
  const canonical: string | undefined =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const language: string | undefined = page.documentElement.getAttribute('lang') ?? undefined;
  // Readability takes the document apart: everything else is read before.
  const fromMeta = {
    url: canonical ?? meta('og:url'),
    title: meta('og:title') ?? page.title,
    published: meta('article:published_time') ?? meta('date'),
    updated: meta('article:modified_time'),
    publisher: meta('og:site_name'),
    summary: meta('description') ?? meta('og:description'),
  };
  const readable = new Readability(page).parse();
  const text = htmlText(readable?.content ?? '');
  const known = article ? readArticle(article) : {};
  return {
    ...fromMeta,
    by: readable?.byline ?? undefined,
    language,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    text: article ? betterText(bodyOf(article), text) : text,
  };
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
    expires: textIn(article, 'expires'),
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
