import { lowerBound, lowerBoundNear } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import type { PostingLists } from '../indexing/posting-lists.ts';

/** Neighbouring passages in whole paragraphs, from the first ones up to, but without, the ends; and their lines. */
export interface Window {
  readonly paragraph: number;
  readonly paragraphEnd: number;
  readonly ordinal: number;
  readonly ordinalEnd: number;
  readonly line: number;
  readonly lineEnd: number;
}

/** So many passages are scored at a time: their scores, 256 KB, fit into the level 2 cache of common processors. */
export const WINDOW_SIZE = 65_536;

/** An empty window before the first. */
export const START: Window = {
  paragraph: 0,
  paragraphEnd: 0,
  ordinal: 0,
  ordinalEnd: 0,
  line: 0,
  lineEnd: 0,
};

/** The window behind another, of about so many passages: whole paragraphs, at least one. */
export function windowBehind(
  { passages: { columns, size }, passageOfLine }: IndexData,
  before: Window,
  passages: number,
): Window {
  const { paragraphOf, paragraphStarts } = columns;
  const { paragraphEnd: paragraph, ordinalEnd: ordinal, lineEnd: line } = before;
  const last = Math.min(size, ordinal + passages) - 1;
  const lastParagraph = paragraphOf[last] ?? 0;
  // The last paragraph may not be whole, and is left to the next window unless it is the only one.
  const paragraphEnd = last === size - 1 ? lastParagraph + 1 : Math.max(paragraph + 1, lastParagraph);
  const ordinalEnd = paragraphStarts[paragraphEnd] ?? 0;
  const lineEnd = lowerBound(passageOfLine, ordinalEnd, line);
  return { paragraph, paragraphEnd, ordinal, ordinalEnd, line, lineEnd };
}

/** A term of the corpus that is searched, and the weight of the question's word times how surely it was meant. */
export interface WeightedTerm {
  readonly term: number;
  readonly worth: number;
}

/**
 * Adds postings to the scores, which begin with that of the list `first`. The arrays are parameters: over fields of
 * objects the loop runs three times slower. Four at a time, none of which waits for another, take a fifth less time.
 */
function addPostings(
  scores: Float32Array,
  lists: Int32Array,
  impacts: Uint8Array,
  { from, to, first, perStep }: { from: number; to: number; first: number; perStep: number },
): void {
  let at = from;
  for (; at + 3 < to; at += 4) {
    const a = (lists[at] ?? 0) - first;
    const b = (lists[at + 1] ?? 0) - first;
    const c = (lists[at + 2] ?? 0) - first;
    const d = (lists[at + 3] ?? 0) - first;
    scores[a] = (scores[a] ?? 0) + perStep * (impacts[at] ?? 0);
    scores[b] = (scores[b] ?? 0) + perStep * (impacts[at + 1] ?? 0);
    scores[c] = (scores[c] ?? 0) + perStep * (impacts[at + 2] ?? 0);
    scores[d] = (scores[d] ?? 0) + perStep * (impacts[at + 3] ?? 0);
  }
  for (; at < to; at++) {
    const place = (lists[at] ?? 0) - first;
    scores[place] = (scores[place] ?? 0) + perStep * (impacts[at] ?? 0);
  }
}

/**
 * Scores of the lists of a field, a window of neighbours at a time: what is added to again and again then stays within
 * the processor's cache, however large the corpus is (as in Lucene's BooleanScorer). Made for one search.
 */
export class WindowScorer {
  /** Scores of the window, from its first list on. */
  scores = new Float32Array(0);
  readonly #postings: PostingLists;
  readonly #step: number;
  readonly #sought: readonly WeightedTerm[];
  /** By place among the terms sought: the next posting. */
  readonly #next: number[] = [];

  /** @param step what one step of a posting's impact is worth, before the worth of the term */
  constructor(postings: PostingLists, step: number, sought: readonly WeightedTerm[]) {
    this.#postings = postings;
    this.#step = step;
    this.#sought = sought;
    for (const { term } of sought) this.#next.push(postings.starts[term] ?? 0);
  }

  /**
   * Scores the lists from `first` up to, but without, `end`; tells whether any of them holds a term. Windows must
   * come in their order.
   */
  score(first: number, end: number): boolean {
    let holds = false;
    if (end - first > this.scores.length) this.scores = new Float32Array(end - first);
    else this.scores.fill(0, 0, end - first);
    const { starts, lists, impacts } = this.#postings;
    for (let i = 0; i < this.#sought.length; i++) {
      const { term, worth } = this.#sought[i] ?? { term: 0, worth: 0 };
      const from = this.#next[i] ?? 0;
      const to = lowerBoundNear(lists, end, from, starts[term + 1] ?? 0);
      addPostings(this.scores, lists, impacts, { from, to, first, perStep: worth * this.#step });
      this.#next[i] = to;
      holds ||= to > from;
    }
    return holds;
  }
}
