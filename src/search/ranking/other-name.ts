import { endOfReranked, spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import type { QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import type { Evidence } from './evidence.ts';

/** Two words side by side in a question that may be a double name, by their numbers among its terms. */
interface NamePair {
  readonly first: number;
  readonly second: number;
  /** Whether a hyphen joins them. */
  readonly isJoined: boolean;
}

const has = (spelling: number, bit: number) => (spelling & bit) !== 0;

/** By position in the question: number of its term. */
const numbersByPosition = (terms: readonly QueryTerm[]): ReadonlyMap<number, number> =>
  new Map(terms.map(({ position }, number) => [position, number]));

/** The words of a passage around a position, as far as a name is told from another by them. */
class NameReader {
  readonly #evidence: Evidence;
  readonly #from: number;
  readonly #length: number;
  readonly #numbers: ReadonlyMap<number, number>;

  constructor(evidence: Evidence) {
    const { words } = evidence.context.index.text;
    this.#evidence = evidence;
    this.#from = words.starts[evidence.ordinal] ?? 0;
    this.#length = endOfReranked(words, evidence.ordinal) - this.#from;
    this.#numbers = numbersByPosition(evidence.context.query.terms);
  }

  /** Whether any place where the one part of a pair stands has another name for the other part. */
  holdsOther(pair: NamePair): boolean {
    const { anywhere } = this.#evidence;
    const isFirstHeld = (anywhere[pair.first] ?? 0) > 0;
    if (isFirstHeld === (anywhere[pair.second] ?? 0) > 0) return false;
    for (let at = 0; at < this.#length; at++) {
      if (this.#numberAt(at) !== (isFirstHeld ? pair.first : pair.second)) continue;
      if (isFirstHeld ? this.#isOtherBehind(at, pair) : this.#isOtherBefore(at, pair)) return true;
    }
    return false;
  }

  /** `Jean-Pierre` for `Jean-Paul`; written without the hyphen, what stands around both must be the same. */
  #isOtherBehind(at: number, { first, second, isJoined }: NamePair): boolean {
    const other = this.#spellingAt(at + 1);
    if (!this.#isUnasked(at + 1) || has(other, SPELLING.sentenceStart)) return false;
    const isName = has(other, SPELLING.capital);
    const isFramed = this.#isTermAt(at - 1, first, -1) || this.#isTermAt(at + 2, second, 1);
    if (has(other, SPELLING.hyphenated))
      return (isName || has(this.#spellingAt(at), SPELLING.capital)) && (isJoined || isName || isFramed);
    return isName && isFramed && (isJoined || this.#areNames(at, first, second));
  }

  /** `Anne-Claire` for `Marie-Claire`. */
  #isOtherBefore(at: number, { isJoined }: NamePair): boolean {
    const isDouble = isJoined && has(this.#spellingAt(at), SPELLING.hyphenated);
    return isDouble && this.#isUnasked(at - 1) && has(this.#spellingAt(at - 1), SPELLING.capital);
  }

  /** Whether two words of the question are written like names, or the first is a first name. */
  #areNames(at: number, first: number, second: number): boolean {
    const { index, query } = this.#evidence.context;
    const isCapital = (number: number) => has(query.terms[number]?.spelling ?? 0, SPELLING.capital);
    return (
      (isCapital(first) && isCapital(second)) ||
      has(index.wordClasses[this.#wordAt(at)] ?? 0, WORD_CLASS.firstName)
    );
  }

  /** Whether the word of the question so many words from another one stands at a place. */
  #isTermAt(at: number, from: number, distance: number): boolean {
    const position = (this.#evidence.context.query.terms[from]?.position ?? 0) + distance;
    const number = this.#numbers.get(position);
    return number !== undefined && this.#numberAt(at) === number;
  }

  #isUnasked(at: number): boolean {
    return at >= 0 && at < this.#length && this.#evidence.own.isMatched[at] === 0;
  }

  #tokenAt(at: number): number {
    return at < 0 || at >= this.#length ? 0 : (this.#evidence.context.index.text.words.tokens[this.#from + at] ?? 0);
  }

  #wordAt(at: number): number {
    return wordOfToken(this.#tokenAt(at));
  }

  #spellingAt(at: number): number {
    return at < 0 || at >= this.#length ? 0 : spellingOfToken(this.#tokenAt(at));
  }

  /** Number of the question's term that stands at a place, or -1. */
  #numberAt(at: number): number {
    if (at < 0 || at >= this.#length) return -1;
    const { index, lookup } = this.#evidence.context;
    return lookup.at(index.termOfWord[this.#wordAt(at)] ?? 0).number;
  }
}

/** The neighbours among the words of a question. */
function pairsIn(terms: readonly QueryTerm[]): readonly NamePair[] {
  const numbers = numbersByPosition(terms);
  return terms.flatMap(({ position, spelling }, second) => {
    const first = numbers.get(position - 1);
    return first === undefined ? [] : [{ first, second, isJoined: has(spelling, SPELLING.hyphenated) }];
  });
}

/**
 * Whether a passage names somebody else who shares a part of the name asked for: `Jean-Pierre Ruud` for `Jean-Paul
 * Ruud`, with a hyphen or without.
 */
export function holdsOtherName(evidence: Evidence): boolean {
  const reader = new NameReader(evidence);
  return pairsIn(evidence.context.query.terms).some((pair) => reader.holdsOther(pair));
}
