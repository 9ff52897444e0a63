import type { PassageKind } from '../../corpus/index.ts';
import { PASSAGE_KINDS } from '../indexing/passage-metadata.ts';
import { resembles } from '../spelling/fuzzy.ts';
import { asksBesidePhrases, changeBesidePhrases, findPhrases } from './find-phrases.ts';
import type { Assumption } from './query.ts';
import { spellOutDates } from './relative-dates.ts';

/** What a question is narrowed to. */
export type Filter =
  | { readonly name: 'source' | 'topic' | 'speaker'; readonly value: string }
  /** Partial date: words as of earlier than its first day, or later than its last. */
  | { readonly name: 'before' | 'after'; readonly value: string }
  | { readonly name: 'kind'; readonly value: PassageKind };

/** Something written like a filter that could not be used, and why, in words for the asker. */
export interface UnreadFilter {
  readonly typed: string;
  readonly problem: string;
}

/** A question taken apart: what is searched, what is looked for to the letter, what it is narrowed to. */
export interface ParsedQuery {
  /** Without the filters, and with relative dates spelt out; the words of the phrases are still in it. */
  readonly text: string;
  readonly phrases: readonly string[];
  /** Whether every quote must hold the phrases, since nothing else is asked; otherwise those that do come first. */
  readonly mustHoldPhrases: boolean;
  readonly filters: readonly Filter[];
  readonly unread: readonly UnreadFilter[];
  /** What relative dates were taken for. */
  readonly dates: readonly Assumption[];
}

/** `name:value` or `name:"several words"`, at the start or behind a space; a number before the colon is a time. */
const FILTER = /(^|\s)([a-z]{1,20}):(?:"([^"]{0,100})"|“([^”]{0,100})”|([^\s"“:/][^\s]*))/giu;
/** No name is longer; what is, was pasted. */
const LONGEST_VALUE = 100;
const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** What stands before the colon of a filter. */
export const FILTER_NAMES: readonly string[] = [
  'source',
  'topic',
  'speaker',
  'before',
  'after',
  'kind',
] satisfies Filter['name'][];
/** A filter with a space behind the colon, which people write otherwise too: "after: what happened". */
const SPACED_FILTER = new RegExp(
  `(?:^|\\s)(${FILTER_NAMES.join('|')}):\\s+([^\\s"“:]{1,40}|["“][^"”]{1,40}["”])`,
  'giu',
);
/** The names as they are told to the asker. */
const NAMES = new Intl.ListFormat('en-GB').format(FILTER_NAMES.map((name) => `${name}:`));

function readFilter(name: string, value: string): Filter | string {
  if (value.length > LONGEST_VALUE) return `what stands behind ${name}: is longer than any name`;
  switch (name) {
    case 'source':
    case 'topic':
    case 'speaker':
      return value === '' ? `${name}: needs a word behind it` : { name, value };
    case 'before':
    case 'after':
      if (PARTIAL_DATE.test(value)) return { name, value };
      return `${name}: needs a date like 2024, 2024-11 or 2024-11-20`;
    case 'kind':
      return readKind(value);
    default:
      return `there is no filter ${name}:, only ${NAMES}`;
  }
}

function readKind(value: string): Filter | string {
  const kind = PASSAGE_KINDS.find((candidate) => resembles(candidate, value) || resembles(value, candidate));
  return kind === undefined ? 'kind: is quote, statement or article' : { name: 'kind', value: kind };
}

/** Filters that were meant as such, it may be, and are not read: with a space behind the colon they are words. */
function findSpaced(text: string): readonly UnreadFilter[] {
  return [...text.matchAll(SPACED_FILTER)].map(([typed, name = '', value = '']) => ({
    typed: typed.trim(),
    problem: `a filter has no space behind the colon, ${name.toLowerCase()}:${value}`,
  }));
}

/**
 * Takes a question apart. What looks like a filter and cannot be used is reported. It says nothing of what is sought,
 * but for what stands behind an unknown name, which may be a word. Relative dates are spelt out as of `now`, but for
 * those within a phrase; without `now` they are words like others.
 */
export function parseQuery(question: string, now?: Date): ParsedQuery {
  const filters = new Map<string, Filter>();
  const unread: UnreadFilter[] = [];
  const text = question.replace(FILTER, (typed: string, space: string, name: string, ...values: string[]) => {
    const value = (values[0] ?? values[1] ?? values[2] ?? '').trim();
    const filter = readFilter(name.toLowerCase(), value);
    if (typeof filter === 'string') {
      unread.push({ typed: typed.trim(), problem: filter });
      return FILTER_NAMES.includes(name.toLowerCase()) ? space : `${space}${value}`;
    }
    // What is typed twice narrows once.
    filters.set(`${filter.name}:${filter.value}`, filter);
    return space;
  });
  const phrases = findPhrases(text);
  const dates: Assumption[] = [];
  const spellOut = (piece: string) => {
    if (now === undefined) return piece;
    const dated = spellOutDates(piece, now);
    dates.push(...dated.assumptions);
    return dated.text;
  };
  return {
    text: changeBesidePhrases(text, spellOut),
    phrases,
    mustHoldPhrases: phrases.length > 0 && !asksBesidePhrases(text),
    dates,
    filters: [...filters.values()],
    unread: [...unread, ...findSpaced(text)],
  };
}
