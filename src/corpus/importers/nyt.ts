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
import { listAt, textAt, textsOf, writtenAt } from './json-value.ts';

/** What bears words of an article. Others are pictures, films, games, and pages that list articles. */
const ARTICLE = /^(?:article|blogpost|news)$/i;

/** Abstracts of the paper's archive end in the length of the article: "(M)". */
const LENGTH_MARK = / ?\([SML]\)$/;
const WHOLE = /[.!?]["”’)]*$/;

/**
 * The New York Times' APIs (Article Search, Archive, Top Stories, Most Popular, Newswire). They give no texts: what is
 * quoted are abstract and lead paragraph.
 */
export const importNyt: Importer = ofJson(function* (value, line, document) {
  for (const article of articlesIn(value)) yield importOne(article, line, document);
});

function articlesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = [listAt(value, 'response', 'docs'), listAt(value, 'docs'), listAt(value, 'results')];
  return lists.find((list) => list.length > 0) ?? [value];
}

function importOne(article: unknown, line: number, document: ImportDocument): Imported {
  const type =
    textAt(article, 'document_type') ?? textAt(article, 'item_type') ?? textAt(article, 'type') ?? 'article';
  if (!ARTICLE.test(type)) return noArticle(type);
  const title = textAt(article, 'headline', 'main') ?? textAt(article, 'title') ?? '';
  return orProblem(line, () => {
    const summary = summaryOf(article);
    if (summary === '')
      return problemAt(
        line,
        `of “${title}” no whole sentence is here`,
        'Nothing to mend: the API gives no texts',
      );
    return buildItem({ line, ...readNames(article), title: htmlText(title), summary }, document);
  });
}

/** Abstract and lead paragraph, each where it is whole; a snippet is cut off where it does not end in a full stop. */
function summaryOf(article: unknown): string {
  const abstract = htmlText(textAt(article, 'abstract') ?? '').replace(LENGTH_MARK, '');
  const others = ['lead_paragraph', 'snippet'].map((name) => htmlText(textAt(article, name) ?? ''));
  const [lead = '', snippet = ''] = others.map((text) => (WHOLE.test(text) ? text : ''));
  const known = [abstract, lead || snippet].filter((text) => text !== '' && !/(?:…|\.\.\.)$/.test(text));
  return [...new Set(known)].join('\n\n');
}

function readNames(article: unknown): Partial<Draft> {
  const keywords = listAt(article, 'keywords');
  // "persons" in older answers, "Person" in newer ones.
  const named = (name: RegExp, facet: string) => [
    ...textsOf(
      keywords.filter((keyword) => name.test(textAt(keyword, 'name') ?? '')),
      'value',
    ),
    ...listAt(article, facet).filter((text) => typeof text === 'string'),
  ];
  const [published] = ['pub_date', 'first_published_date', 'published_date'].flatMap(
    (name) => writtenAt(article, name) ?? [],
  );
  const [updated] = ['updated_date', 'updated'].flatMap((name) => writtenAt(article, name) ?? []);
  return {
    uri: textAt(article, 'uri') ?? textAt(article, '_id'),
    provider: 'The New York Times',
    url: textAt(article, 'web_url') ?? textAt(article, 'url'),
    published,
    updated,
    by: textAt(article, 'byline', 'original') ?? textAt(article, 'byline'),
    publisher: textAt(article, 'source') ?? 'The New York Times',
    topics: named(/^subject/i, 'des_facet'),
    people: named(/^person/i, 'per_facet'),
    organisations: named(/^organization/i, 'org_facet'),
    places: named(/location/i, 'geo_facet'),
  };
}
