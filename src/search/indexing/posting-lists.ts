import { lowerBound } from '../columns/lower-bound.ts';
import { countOne, countsToStarts, takePlace } from '../columns/starts.ts';
import { type Saturation, stepsOf } from './bm25.ts';
import { type TokenLists, wordOfToken } from './token-lists.ts';

/** For every term the lists that hold it, in ascending order, and how much each holds it. */
export interface PostingLists {
  /** Number of each term's first posting, and at last the number of all. */
  readonly starts: Int32Array;
  readonly lists: Int32Array;
  /** How much the list holds the term, in `IMPACT_STEPS`: of four bytes for each, searching would use one. */
  readonly impacts: Uint8Array;
}

/** Steps by which a list holds a term; 0 when it does not. */
export function stepsAt({ starts, lists, impacts }: PostingLists, term: number, list: number): number {
  const end = starts[term + 1] ?? 0;
  const at = lowerBound(lists, list, starts[term] ?? 0, end);
  return at < end && lists[at] === list ? (impacts[at] ?? 0) : 0;
}

/** How many lists hold a term. */
export function frequencyOf({ starts }: PostingLists, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** What is known of words, by their number. */
interface WordProperties {
  readonly termOfWord: Int32Array;
  readonly isStopWord: Uint8Array;
}

/** The searched terms of one list after another; the arrays are used again for the next list. */
class TermCounter {
  readonly terms: Int32Array;
  readonly counts: Int32Array;
  /** Distinct terms, and all searched words, of the list that was read last. */
  distinct = 0;
  length = 0;
  readonly #lastSeenIn: Int32Array;
  readonly #properties: WordProperties;

  constructor(properties: WordProperties, longest: number) {
    this.#properties = properties;
    this.terms = new Int32Array(longest);
    this.counts = new Int32Array(properties.termOfWord.length);
    this.#lastSeenIn = new Int32Array(properties.termOfWord.length).fill(-1);
  }

  read({ starts, tokens }: TokenLists, list: number): void {
    const { termOfWord, isStopWord } = this.#properties;
    const { terms, counts } = this;
    const lastSeenIn = this.#lastSeenIn;
    const to = starts[list + 1] ?? 0;
    let distinct = 0;
    let length = 0;
    for (let at = starts[list] ?? 0; at < to; at++) {
      const word = wordOfToken(tokens[at] ?? 0);
      if (isStopWord[word] === 1) continue;
      length++;
      const term = termOfWord[word] ?? 0;
      if (lastSeenIn[term] === list) {
        counts[term] = (counts[term] ?? 0) + 1;
      } else {
        lastSeenIn[term] = list;
        counts[term] = 1;
        terms[distinct++] = term;
      }
    }
    this.distinct = distinct;
    this.length = length;
  }
}

function longestOf({ starts }: TokenLists): number {
  let longest = 0;
  for (let i = 1; i < starts.length; i++)
    longest = Math.max(longest, (starts[i] ?? 0) - (starts[i - 1] ?? 0));
  return longest;
}

/** Number of each term's first posting, and at last the number of all. */
function countPostings(lists: TokenLists, properties: WordProperties, longest: number): Int32Array {
  const counter = new TermCounter(properties, longest);
  const starts = new Int32Array(properties.termOfWord.length + 1);
  for (let list = 0; list < lists.starts.length - 1; list++) {
    counter.read(lists, list);
    for (let i = 0; i < counter.distinct; i++) countOne(starts, counter.terms[i] ?? 0);
  }
  return countsToStarts(starts);
}

/** Turns lists of words into postings by counting twice: first how many, then which. */
export function invert(lists: TokenLists, properties: WordProperties, saturation: Saturation): PostingLists {
  const longest = longestOf(lists);
  const starts = countPostings(lists, properties, longest);
  const next = starts.slice();
  const count = starts[starts.length - 1] ?? 0;
  const holders = new Int32Array(count);
  const impacts = new Uint8Array(count);
  const counter = new TermCounter(properties, longest);
  for (let list = 0; list < lists.starts.length - 1; list++) {
    counter.read(lists, list);
    for (let i = 0; i < counter.distinct; i++) {
      const term = counter.terms[i] ?? 0;
      const at = takePlace(next, term);
      holders[at] = list;
      impacts[at] = stepsOf(counter.counts[term] ?? 0, counter.length, saturation);
    }
  }
  return { starts, lists: holders, impacts };
}
