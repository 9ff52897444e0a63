import type { Draft } from './build-item.ts';
import type { Field } from './publication/read-item-state.ts';
import { stateFieldKind } from './publication/state-fields.ts';
import { readFlag } from './publication/state-words.ts';

/** What desks call the fields of an article in tables and in the head of a Markdown file. Case and `_` do not count. */
const FIELD_NAMES = {
  uri: ['uri', 'id', 'guid', 'identifier', 'article id', 'articleid', 'story id', 'storyid'],
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
    'publish date',
    'publishdate',
  ],
  updated: ['updated', 'modified', 'date modified', 'last modified', 'updated at', 'version created'],
  version: ['version', 'revision'],
  // Columns that say whether an article may be shown are known by more names, see publication/state-fields.ts.
  status: [],
  embargo: [],
  expires: [],
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
  record: readonly Field[],
  columns: ReadonlyMap<string, string>,
): Omit<Draft, 'line'> {
  const values = new Map(record.map(([name, value]) => [plainName(name), value]));
  const pick = (field: string, names: readonly string[]) => {
    const column = columns.get(field);
    const tried = column === undefined ? names : [column];
    const texts = tried.map((name) => plainText(values.get(plainName(name)), DATES.includes(field)));
    // `published: false` is no date; it is read with the fields of the state.
    return texts.find(
      (text) => text.trim() !== '' && (field !== 'published' || readFlag(text) === undefined),
    );
  };
  const picked = Object.entries(FIELD_NAMES).map(([field, names]) => [field, pick(field, names)]);
  const topics = pick('topics', TOPIC_NAMES)?.split(/[;,|]/);
  return { ...Object.fromEntries(picked), topics, fields: otherFields(record, columns) };
}

/** Where the desk says which column is the state, no other is taken for it, such as one of the states of America. */
function otherFields(record: readonly Field[], columns: ReadonlyMap<string, string>): readonly Field[] {
  const mapped = new Set([...columns.values()].map(plainName));
  return record.filter(([name]) => {
    const isState = columns.has('status') && stateFieldKind(name) === 'state';
    return !isState && !mapped.has(plainName(name));
  });
}

const DATES: readonly string[] = ['published', 'updated'];

/** An object has no text; in the place of a date it is given as it is, so that it is told and not passed over. */
function plainText(value: unknown, isDate = false): string {
  if (Array.isArray(value)) return value.map((entry) => plainText(entry, isDate)).join(', ');
  if (value instanceof Date) return value.toISOString();
  if (value === null || value === undefined || (typeof value === 'object' && !isDate)) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether a name is one of those that hold an article's words. */
export function isTextName(name: string): boolean {
  return [...FIELD_NAMES.text, ...FIELD_NAMES.summary].some((known) => known === plainName(name));
}

/** Whether a name is one of those that hold what an article is known by. */
export function isIdName(name: string): boolean {
  return [...FIELD_NAMES.uri, ...FIELD_NAMES.url].some((known) => known === plainName(name));
}

/** Whether `field` can be given another name. */
export function isFieldName(field: string): boolean {
  return field in FIELD_NAMES || field === 'topics';
}

function plainName(name: string): string {
  return name
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\s_.-]+/g, ' ');
}
