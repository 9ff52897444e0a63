import { isHomePage } from '../archive/index.ts';
import { ARTICLE } from './article-node.ts';
import { buildItem, type Draft } from './build-item.ts';
import { fieldText } from './field-text.ts';
import { type Importer, problemAt } from './importer.ts';
import { ofJson } from './json-document.ts';
import { findNodes, type LinkedNode, textIn, textsIn } from './json-ld.ts';
import { indexById, withReferences } from './linked-data.ts';
import { importUpdates } from './live-blog.ts';
import { withoutMarkdown } from './stray-markdown.ts';

/** JSON-LD without a page around it. */
export const importLinkedArticles: Importer = ofJson(function* (value, line, document) {
  const byId = indexById(value);
  const articles = findNodes(value, ARTICLE).map((article) => withReferences(article, byId));
  if (articles.length === 0)
    yield problemAt(line, 'the document holds no article', 'Name its format with --format');
  for (const article of articles) {
    const draft = readArticle(article);
    const updates = importUpdates(article, { draft, byId }, document);
    if (updates.length > 0) yield* updates;
    else yield buildItem({ line, ...draft, text: bodyOf(article) }, document);
  }
});

/** What an article's node says of it, without its text. */
export function readArticle(article: LinkedNode): Omit<Draft, 'line'> {
  const names = [...textsIn(article, 'author'), ...textsIn(article, 'creator')].map(nameIn);
  return {
    // Templates name the home page where an article's address is missing: it would stand for all articles of the site.
    url: ADDRESSES.flatMap((name) => textsIn(article, name)).find((address) => !isHomePage(address)),
    title: textIn(article, 'headline', 'name'),
    summary: textIn(article, 'description'),
    published: textIn(article, 'datePublished', 'dateCreated'),
    updated: textIn(article, 'dateModified'),
    // The updates of a live blog speak for themselves.
    fields: Object.entries(article).filter(([name]) => name !== 'liveBlogUpdate'),
    version: textIn(article, 'version'),
    by: withoutDoubles(names).join(', ') || undefined,
    publisher: [...textsIn(article, 'publisher'), ...textsIn(article, 'sourceOrganization')]
      .map(nameIn)
      .find((name) => name !== ''),
    language: textIn(article, 'inLanguage'),
    copyrightHolder: textsIn(article, 'copyrightHolder')
      .map(nameIn)
      .find((name) => name !== ''),
    copyrightNotice: textIn(article, 'copyrightNotice'),
    usageTerms: textIn(article, 'usageInfo', 'license'),
    topics: [
      ...textsIn(article, 'keywords').flatMap((words) => words.split(',')),
      ...textsIn(article, 'articleSection'),
    ],
    places: textsIn(article, 'contentLocation'),
  };
}

const ADDRESSES = ['url', 'mainEntityOfPage', '@id'];

/** The words of an article's node. */
export function bodyOf(article: LinkedNode): string {
  return withoutMarkdown(fieldText(textIn(article, 'articleBody', 'text') ?? ''));
}

/** An address or an id that leads nowhere is no name of anybody. */
function nameIn(text: string): string {
  const name = fieldText(text).trim();
  return /^(?:[a-z][a-z+.-]{1,20}:|\/|#|_:)\S*$/i.test(name) ? '' : name;
}

function withoutDoubles(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
