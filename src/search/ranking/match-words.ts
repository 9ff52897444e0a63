import { endOfReranked, spellingOfToken, type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { SPELLING } from '../text/split-words.ts';
import { findNamePlaces, type NamePlace } from './name-places.ts';
import type { QueryContext } from './query-context.ts';
import type { SoughtTerm } from './term-lookup.ts';

/** Further than this many words from any word of the question, a number or name belongs to something else. */
export const REACH = 12;

/** Where the words of a question stand in a passage. Arrays go by the number of the question's term. */
export interface WordMatches {
  /** Times the term stands there. */
  readonly counts: readonly number[];
  /** How surely (0 to 1) what stands there is what was asked. */
  readonly certainties: readonly number[];
  /** The greatest similarity (0 to 1) of any word there to the term, of words of the same field. */
  readonly related: readonly number[];
  /** 1 where the very form typed stands there. */
  readonly exact: readonly number[];
  /** Position of the first place, or -1. */
  readonly firstAt: readonly number[];
  /** By position in the passage, and `REACH` words beyond its end: 1 where a word of the question stands. */
  readonly isMatched: Uint8Array;
  /** Words that carry meaning. */
  readonly length: number;
  /** Whether a number that is no year, and a code stands there that the question does not hold. */
  readonly otherNumber: boolean;
  readonly otherCode: boolean;
}

/** A word of a passage that stands for a term of the question. */
interface Match {
  readonly term: number;
  readonly position: number;
  readonly certainty: number;
}

/** The same while it is being gathered. */
type OpenMatches = {
  -readonly [Field in keyof WordMatches]: WordMatches[Field] extends readonly number[]
    ? number[]
    : WordMatches[Field];
};

/** Collects what is found while a list of words is walked over. */
class MatchBuilder {
  readonly #matches: OpenMatches;

  constructor({ nothing, nowhere }: QueryContext, words: number) {
    this.#matches = {
      counts: nothing.slice(),
      certainties: nothing.slice(),
      related: nothing.slice(),
      exact: nothing.slice(),
      firstAt: nowhere.slice(),
      isMatched: new Uint8Array(words + REACH),
      length: 0,
      otherNumber: false,
      otherCode: false,
    };
  }

  addMatch({ term, position, certainty }: Match): void {
    const matches = this.#matches;
    if (certainty > (matches.certainties[term] ?? 0)) matches.certainties[term] = certainty;
    matches.counts[term] = (matches.counts[term] ?? 0) + 1;
    if ((matches.firstAt[term] ?? 0) < 0) matches.firstAt[term] = position;
    matches.isMatched[position] = 1;
  }

  addExact(term: number): void {
    this.#matches.exact[term] = 1;
  }

  /**
   * A whole name stands for all words of the question's name at once; one that means the same is as good as the words
   * typed.
   */
  addName({ name, terms, first, last }: NamePlace): void {
    for (const term of terms) {
      this.addMatch({ term, position: first, certainty: name.certainty });
      if (name.certainty === 1) this.addExact(term);
    }
    for (let position = first; position <= last; position++) this.#matches.isMatched[position] = 1;
  }

  /** A word that stands for no term of the question. */
  addOther({ relatedTo, similarity }: SoughtTerm, isStop: boolean, spelling: number, position: number): void {
    const matches = this.#matches;
    if (relatedTo >= 0 && similarity > (matches.related[relatedTo] ?? 0))
      matches.related[relatedTo] = similarity;
    if (isStop || matches.isMatched[position] !== 0) return;
    if ((spelling & SPELLING.year) !== 0) return;
    if ((spelling & SPELLING.digits) !== 0) matches.otherNumber = true;
    else if ((spelling & SPELLING.code) !== 0) matches.otherCode = true;
  }

  countWord(): void {
    this.#matches.length++;
  }

  finish(): WordMatches {
    return this.#matches;
  }
}

/** Walks once over a list of words and tells what of the question stands there. */
export function matchWords(context: QueryContext, lists: TokenLists, list: number): WordMatches {
  const { index, lookup, query } = context;
  const { starts, tokens } = lists;
  const from = starts[list] ?? 0;
  const to = endOfReranked(lists, list);
  const builder = new MatchBuilder(context, to - from);
  const names = findNamePlaces(context, lists, list);
  let nextName = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at] ?? 0;
    const word = wordOfToken(token);
    const isStop = index.isStopWord[word] === 1;
    if (!isStop) builder.countWord();
    const position = at - from;
    for (let name = names[nextName]; name?.first === position; name = names[++nextName])
      builder.addName(name);
    const sought = lookup.at(index.termOfWord[word] ?? 0);
    const { number: term, certainty, second } = sought;
    if (term < 0) {
      builder.addOther(sought, isStop, spellingOfToken(token), position);
      continue;
    }
    builder.addMatch({ term, position, certainty });
    if (second >= 0) builder.addMatch({ term: second, position, certainty });
    if (query.terms[term]?.word === word) builder.addExact(term);
  }
  return builder.finish();
}

/** How surely a list of words, in which `names` stand, holds each term of the question, 0 to 1. */
export function certaintiesIn(
  { index, lookup, nothing }: QueryContext,
  lists: TokenLists,
  list: number,
  names: readonly NamePlace[],
): readonly number[] {
  const certainties = nothing.slice();
  for (const { name, terms } of names) {
    for (const term of terms) certainties[term] = Math.max(certainties[term] ?? 0, name.certainty);
  }
  const to = endOfReranked(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const stands = index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0;
    const { number: term, certainty, second } = lookup.at(stands);
    if (term < 0) continue;
    certainties[term] = Math.max(certainties[term] ?? 0, certainty);
    if (second >= 0) certainties[second] = Math.max(certainties[second] ?? 0, certainty);
  }
  return certainties;
}
