import type { Lexicon } from './lexicon.ts';
import { type TokenLists, wordOfToken } from './token-lists.ts';

/** For every term the lists that hold it, in ascending order, and how much each holds it. */
export interface PostingLists {
  /** Number of each term's first posting, and at last the number of all. */
  readonly starts: Int32Array;
  readonly lists: Int32Array;
  /** Saturated frequency of the term in the list, 0 to `k1 + 1`. */
  readonly impacts: Float32Array;
  /** Searched words in a list, on average. */
  readonly meanLength: number;
}

/** The constants of BM25 (Robertson and Zaragoza, 2009). */
export interface Saturation {
  /** How soon repetition stops to count, 0 and above. */
  readonly k1: number;
  /** How much longer texts are held back, 0 to 1. */
  readonly b: number;
}

/** How much a list holds a term: its frequency, saturated, and held against the length of the list. */
export function impactOf(
  frequency: number,
  { length, meanLength }: { readonly length: number; readonly meanLength: number },
  { k1, b }: Saturation,
): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / meanLength));
}

/** How much a list holds a term; 0 when it does not. */
export function impactAt(postings: PostingLists, term: number, list: number): number {
  let from = postings.starts[term] ?? 0;
  let to = postings.starts[term + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((postings.lists[middle] ?? 0) < list) from = middle + 1;
    else to = middle;
  }
  const isThere = from < (postings.starts[term + 1] ?? 0) && postings.lists[from] === list;
  return isThere ? (postings.impacts[from] ?? 0) : 0;
}

/** How many lists hold a term. */
export function frequencyOf(postings: PostingLists, term: number): number {
  return (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
}

/** The terms of one list with their frequencies; the arrays are used again for the next list. */
interface TermCounts {
  readonly terms: Int32Array;
  readonly counts: Int32Array;
  readonly lastSeenAt: Int32Array;
}

function countTerms(lists: TokenLists, lexicon: Lexicon, isStop: Uint8Array, list: number, into: TermCounts) {
  const to = lists.starts[list + 1] ?? 0;
  let distinct = 0;
  let length = 0;
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (isStop[word] === 1) continue;
    length++;
    const term = lexicon.termOf(word);
    if (into.lastSeenAt[term] !== list + 1) {
      into.lastSeenAt[term] = list + 1;
      into.terms[distinct++] = term;
      into.counts[term] = 0;
    }
    into.counts[term] = (into.counts[term] ?? 0) + 1;
  }
  return { distinct, length };
}

function longestOf(lists: TokenLists): number {
  let longest = 0;
  for (let i = 1; i < lists.starts.length; i++) {
    longest = Math.max(longest, (lists.starts[i] ?? 0) - (lists.starts[i - 1] ?? 0));
  }
  return longest;
}

/** Turns lists of words into postings by counting twice: first how many, then which. */
export function invert(lists: TokenLists, lexicon: Lexicon, saturation: Saturation): PostingLists {
  const isStop = Uint8Array.from({ length: lexicon.size }, (_, id) => (lexicon.isStopWord(id) ? 1 : 0));
  const buffers = (): TermCounts => ({
    terms: new Int32Array(longestOf(lists)),
    counts: new Int32Array(lexicon.size),
    lastSeenAt: new Int32Array(lexicon.size),
  });
  const count = lists.starts.length - 1;
  const starts = new Int32Array(lexicon.size + 1);
  let into = buffers();
  let total = 0;
  for (let list = 0; list < count; list++) {
    const { distinct, length } = countTerms(lists, lexicon, isStop, list, into);
    total += length;
    for (let i = 0; i < distinct; i++) {
      const term = into.terms[i] ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < lexicon.size; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);

  const next = starts.slice();
  const postings = starts[lexicon.size] ?? 0;
  const holders = new Int32Array(postings);
  const impacts = new Float32Array(postings);
  const meanLength = Math.max(1, total / Math.max(1, count));
  into = buffers();
  for (let list = 0; list < count; list++) {
    const { distinct, length } = countTerms(lists, lexicon, isStop, list, into);
    for (let i = 0; i < distinct; i++) {
      const term = into.terms[i] ?? 0;
      const frequency = into.counts[term] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      holders[at] = list;
      impacts[at] = impactOf(frequency, { length, meanLength }, saturation);
    }
  }
  return { starts, lists: holders, impacts, meanLength };
}
