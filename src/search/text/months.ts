import { wordList } from './word-list.ts';

/** The months by name, January first. */
export const MONTHS = wordList(
  'january february march april may june july august september october november december',
);

const ABBREVIATIONS = [...MONTHS.map((month) => month.slice(0, 3)), 'sept'];

/** Every way to write a month: in full, and abbreviated. */
export const MONTH_FORMS: ReadonlySet<string> = new Set([...MONTHS, ...ABBREVIATIONS]);

/** The same as alternatives of a pattern, with a capital: "may" and "mar" are other words too. */
export const MONTH = [...MONTH_FORMS].map((form) => form.replace(/^./, (c) => c.toUpperCase())).join('|');
