import type { Draft } from './build-item.ts';

/** What desks call the fields of an article in tables and in the head of a Markdown file. Case and `_` do not count. */
const FIELD_NAMES = {
  uri: ['uri', 'id', 'guid', 'identifier', 'article id', 'story id'],
  provider: ['provider', 'provider id', 'regsrc'],
  url: ['url', 'link', 'address', 'web address', 'permalink', 'canonical url'],
  title: ['title', 'headline', 'head', 'name'],
  text: ['text', 'body', 'content', 'article', 'story', 'body text', 'article text'],
  summary: ['summary', 'description', 'abstract', 'standfirst', 'excerpt', 'lead'],
  published: [
    'published',
    'date',
    'publication date',
    'pub date',
    'pubdate',
    'date published',
    'published at',
  ],
  updated: ['updated', 'modified', 'date modified', 'last modified', 'updated at', 'version created'],
  version: ['version', 'revision'],
  status: ['status', 'pubstatus', 'pub status', 'state'],
  embargo: ['embargo', 'embargo until', 'embargoed', 'embargoed until', 'hold until'],
  expires: ['expires', 'expiry', 'expires at', 'use until'],
  by: ['by', 'byline', 'author', 'authors', 'writer', 'reporter'],
  publisher: ['publisher', 'source', 'outlet', 'publication', 'newspaper', 'provider'],
  copyrightHolder: ['copyright holder'],
  copyrightNotice: ['copyright', 'copyright notice'],
  usageTerms: ['usage terms', 'usage', 'rights', 'licence', 'license'],
  edNote: ['ednote', 'ed note', 'editors note', 'note', 'internal note'],
  language: ['language', 'lang'],
  located: ['located', 'dateline', 'location'],
  slugline: ['slugline', 'slug'],
} as const satisfies Partial<Record<keyof Draft, readonly string[]>>;

/** The names of lists of topics, apart by `;` or `,`. */
const TOPIC_NAMES = [
  'topics',
  'topic',
  'tags',
  'keywords',
  'subjects',
  'subject',
  'category',
  'categories',
  'section',
];

/**
 * The parts of a draft that a record gives, its values found by what desks call them. `columns` names others:
 * `text` is `Story`.
 */
export function readNamedFields(
  record: ReadonlyMap<string, string>,
  columns: ReadonlyMap<string, string>,
): Omit<Draft, 'line'> {
  const values = new Map([...record].map(([name, value]) => [plainName(name), value]));
  const pick = (field: string, names: readonly string[]) => {
    const column = columns.get(field);
    const tried = column === undefined ? names : [column];
    return tried.map((name) => values.get(plainName(name))).find((value) => value?.trim());
  };
  const fields = Object.entries(FIELD_NAMES).map(([field, names]) => [field, pick(field, names)]);
  const topics = pick('topics', TOPIC_NAMES)?.split(/[;,|]/);
  return { ...Object.fromEntries(fields), topics };
}

/** Whether a name is one of those that hold an article's words. */
export function isTextName(name: string): boolean {
  return [...FIELD_NAMES.text, ...FIELD_NAMES.summary].some((known) => known === plainName(name));
}

/** Whether `field` can be given another name. */
export function isFieldName(field: string): boolean {
  return field in FIELD_NAMES || field === 'topics';
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\s_.-]+/g, ' ');
}
