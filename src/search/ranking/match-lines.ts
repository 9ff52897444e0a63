import { lowerBound } from '../columns/lower-bound.ts';
import { endOfReranked, wordOfToken } from '../indexing/token-lists.ts';
import type { FoundName, Query } from '../query/query.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { asksForOther, type ExampleQueries } from './example-queries.ts';
import { certaintiesIn } from './match-words.ts';
import { findNamePlaces, type NamePlace } from './name-places.ts';
import type { QueryContext } from './query-context.ts';

/** Whether a term of the question, by its number, is part of a name. */
function isOfName({ terms }: Query, number: number, name: FoundName): boolean {
  return terms[number]?.name === name;
}

/** Position of the first place in a line that stands for a name of the question, or -1. */
function placeOf(
  { index, lookup, query }: QueryContext,
  line: number,
  { name, names }: { readonly name: FoundName; readonly names: readonly NamePlace[] },
): number {
  const { words } = index.lines;
  const whole = names.find(({ terms }) => terms.some((number) => isOfName(query, number, name)));
  const from = words.starts[line] ?? 0;
  const to = whole ? from + whole.first : endOfReranked(words, line);
  for (let at = from; at < to; at++) {
    const { number } = lookup.at(index.termOfWord[wordOfToken(words.tokens[at] ?? 0)] ?? 0);
    if (isOfName(query, number, name)) return at - from;
  }
  return whole ? whole.first : -1;
}

/**
 * Whether the country that a question names first, mostly the one that did it, is named first in a line too, in which
 * `names` stand; undefined where the line names it alone or not at all.
 */
function orderIn(
  context: QueryContext,
  line: number,
  names: readonly NamePlace[],
): 'kept' | 'reversed' | undefined {
  const { countries } = context.query;
  if (countries.length < 2) return undefined;
  const [first = -1, ...others] = countries.map((name) => placeOf(context, line, { name, names }));
  const named = others.filter((place) => place >= 0);
  if (first < 0 || named.length === 0) return undefined;
  return first < Math.min(...named) ? 'kept' : 'reversed';
}

/**
 * What the lines of a passage (`asked as`, `also called`) have of the question. Arrays go by the number of its term.
 */
export interface LineMatches {
  /** How many lines there are. */
  readonly count: number;
  /** How like the question the two likest of them are, 0 to 1. */
  readonly best: number;
  readonly second: number;
  /** How surely any of them holds the term, 0 to 1. */
  readonly certainties: readonly number[];
  /** How many of the example queries name first the country that the question names first, and how many another one. */
  readonly orders: { readonly kept: number; readonly reversed: number };
}

const isWithin = (names: readonly NamePlace[], position: number) =>
  names.some(({ first, last }) => first <= position && position <= last);

/** What the words of a line weigh that the question does not hold, by another name either. */
function weighOthers(
  { index, lookup, idfOf }: QueryContext,
  line: number,
  names: readonly NamePlace[],
): number {
  const { starts, tokens } = index.lines.words;
  const to = endOfReranked(index.lines.words, line);
  const from = starts[line] ?? 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    const word = wordOfToken(tokens[at] ?? 0);
    const term = index.termOfWord[word] ?? 0;
    if (index.isStopWord[word] === 1 || lookup.at(term).number >= 0) continue;
    if (names.length > 0 && isWithin(names, at - from)) continue;
    // Left out of questions, it must not tell an example query from the one that is asked.
    if (((index.wordClasses[word] ?? 0) & WORD_CLASS.asking) === 0) others += idfOf(term);
  }
  return others;
}

/** Of a passage without lines. */
const matchNothing = ({ nothing }: QueryContext): LineMatches => ({
  count: 0,
  best: 0,
  second: 0,
  certainties: nothing,
  orders: { kept: 0, reversed: 0 },
});

/** Compares one line after another, and keeps the best. */
class LineMatcher {
  readonly #context: QueryContext;
  readonly #examples: ExampleQueries;
  readonly #total: number;
  readonly #certainties: number[];
  readonly #orders = { kept: 0, reversed: 0 };
  #count = 0;
  #best = 0;
  #second = 0;

  constructor(context: QueryContext, examples: ExampleQueries) {
    const { terms } = context.query;
    this.#context = context;
    this.#examples = examples;
    this.#total = terms.reduce((sum, { weight }) => sum + weight, 0);
    this.#certainties = context.nothing.slice();
  }

  /** @param nth place of the line among those of its passage: examples come first, its other names ask for nothing */
  add(line: number, nth: number): void {
    this.#count++;
    const context = this.#context;
    const { words } = context.index.lines;
    const total = this.#total;
    const names = findNamePlaces(context, words, line);
    const kind = this.#examples[nth];
    const isExample = kind !== undefined;
    const shared = this.#addHeld(certaintiesIn(context, words, line, names));
    const order = isExample ? orderIn(context, line, names) : undefined;
    if (order) this.#orders[order]++;
    // Other words can only make it less like.
    if (total === 0 || shared / total <= this.#second) return;
    const { terms, expected } = context.query;
    const isOther = isExample && (order === 'reversed' || asksForOther(expected.type, kind));
    // Question words and the order of words are not searched. Where they differ, each question counts as having a
    // word, of ordinary weight, that the other lacks.
    const differing = isOther ? (2 * total) / terms.length : 0;
    const likeness = shared / (total + weighOthers(context, line, names) + differing);
    this.#second = Math.max(this.#second, Math.min(this.#best, likeness));
    this.#best = Math.max(this.#best, likeness);
  }

  finish(): LineMatches {
    return {
      count: this.#count,
      best: this.#best,
      second: this.#second,
      certainties: this.#certainties,
      orders: this.#orders,
    };
  }

  /** Notes the terms that a line holds, and gives what they weigh in the question. */
  #addHeld(held: readonly number[]): number {
    const { terms } = this.#context.query;
    let shared = 0;
    for (let term = 0; term < terms.length; term++) {
      const certainty = held[term] ?? 0;
      if (certainty === 0) continue;
      shared += (terms[term]?.weight ?? 0) * certainty;
      this.#certainties[term] = Math.max(this.#certainties[term] ?? 0, certainty);
    }
    return shared;
  }
}

/**
 * Compares the question with every line of a passage. Likeness is the weight of the shared words by the weight of all
 * words of both.
 */
export function matchLines(context: QueryContext, ordinal: number): LineMatches {
  const { passageOfLine } = context.index;
  const first = lowerBound(passageOfLine, ordinal);
  if (passageOfLine[first] !== ordinal) return matchNothing(context);
  const matcher = new LineMatcher(context, context.examplesOf(ordinal));
  for (let line = first; passageOfLine[line] === ordinal; line++) matcher.add(line, line - first);
  return matcher.finish();
}
