import { buildItem, type Draft } from './build-item.ts';
import { htmlText } from './html.ts';
import {
  type ImportDocument,
  type Imported,
  type Importer,
  noArticle,
  orProblem,
  problemAt,
} from './importer.ts';
import { ofJson } from './json-document.ts';
import { listAt, textAt, textsOfType, valueAt, writtenAt } from './json-value.ts';

const NO_FIELDS = 'Ask the API again with show-fields=body,byline,lastModified';
const NO_BLOCKS = 'Ask the API again with show-blocks=body';

/** Guardian Content API: the answer of a search, of one article, or a list of articles. */
export const importGuardian: Importer = ofJson(function* (value, line, document) {
  for (const content of contentsIn(value)) yield* importContent(content, line, document);
});

function contentsIn(value: unknown): readonly unknown[] {
  const response = valueAt(value, 'response') ?? value;
  if (Array.isArray(response)) return response;
  const results = listAt(response, 'results');
  return results.length > 0 ? results : [valueAt(response, 'content') ?? response];
}

function* importContent(content: unknown, line: number, document: ImportDocument): Generator<Imported> {
  const type = textAt(content, 'type') ?? 'article';
  if (type === 'liveblog') yield* importLiveBlog(content, line, document);
  else if (type !== 'article') yield noArticle(type);
  else yield importArticle(content, line, document);
}

function importArticle(content: unknown, line: number, document: ImportDocument): Imported {
  const html = textAt(content, 'fields', 'body');
  const summary = textAt(content, 'fields', 'standfirst') ?? textAt(content, 'fields', 'trailText');
  const plain = textAt(content, 'fields', 'bodyText');
  const title = textAt(content, 'webTitle') ?? '';
  if (!html && !plain && !summary) return problemAt(line, `“${title}” is here without its text`, NO_FIELDS);
  return orProblem(line, () =>
    buildItem(
      {
        line,
        ...readCommon(content),
        title: htmlText(textAt(content, 'fields', 'headline') ?? title),
        text: html ? htmlText(html) : plain,
        summary: summary && htmlText(summary),
      },
      document,
    ),
  );
}

/** Each block of a live blog has its own time and, mostly, its own title; the blog as a whole has neither. */
function* importLiveBlog(blog: unknown, line: number, document: ImportDocument): Generator<Imported> {
  const blocks = listAt(blog, 'blocks', 'body');
  if (blocks.length === 0)
    yield problemAt(
      line,
      `the live blog “${textAt(blog, 'webTitle') ?? ''}” is here without its blocks, which tell when each was written`,
      NO_BLOCKS,
    );
  for (const block of blocks) {
    yield orProblem(line, () =>
      buildItem({ line, ...readCommon(blog), ...readBlock(blog, block) }, document),
    );
  }
}

function readBlock(blog: unknown, block: unknown): Partial<Draft> {
  const id = textAt(block, 'id') ?? '';
  const html = textAt(block, 'bodyHtml');
  const published = writtenAt(block, 'firstPublishedDate') ?? writtenAt(block, 'publishedDate');
  return {
    uri: `${textAt(blog, 'id') ?? ''}#block-${id}`,
    url: `${textAt(blog, 'webUrl') ?? ''}#block-${id}`,
    title: htmlText(textAt(block, 'title') ?? textAt(blog, 'webTitle') ?? ''),
    published: published ?? writtenAt(block, 'createdDate'),
    updated: writtenAt(block, 'lastModifiedDate'),
    status: valueAt(block, 'published') === false ? 'draft' : statusOf(blog),
    text: html ? htmlText(html) : textAt(block, 'bodyTextSummary'),
  };
}

function readCommon(content: unknown): Partial<Draft> {
  const tags = listAt(content, 'tags');
  const tagsOf = (type: string) => textsOfType(tags, type, 'webTitle');
  return {
    uri: textAt(content, 'id'),
    provider: 'The Guardian',
    url: textAt(content, 'webUrl'),
    published: writtenAt(content, 'webPublicationDate'),
    updated: writtenAt(content, 'fields', 'lastModified'),
    status: statusOf(content),
    by: htmlText(textAt(content, 'fields', 'byline') ?? tagsOf('contributor').join(', ')),
    publisher: textAt(content, 'fields', 'publication') ?? 'The Guardian',
    language: textAt(content, 'fields', 'lang'),
    topics: [...tagsOf('keyword'), textAt(content, 'sectionName') ?? ''],
  };
}

/** What the right to show has ended for stands in the API with its text. */
function statusOf(content: unknown): string | undefined {
  return valueAt(content, 'isExpired') === true || valueAt(content, 'isGone') === true
    ? 'withdrawn'
    : undefined;
}
