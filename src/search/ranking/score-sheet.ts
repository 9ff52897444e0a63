import type { PostingLists } from '../store/posting-lists.ts';

/** A term of the corpus that is searched, and the weight of the question's word times how surely it was meant. */
export interface SoughtTerm {
  readonly term: number;
  readonly worth: number;
}

/**
 * Adds the postings of lists below `end` to the scores, which begin with that of the list `first`; gives the place of
 * the next posting. The arrays are parameters: over fields of objects the loop runs three times slower.
 */
function addPostings(
  scores: Float32Array,
  lists: Int32Array,
  impacts: Uint8Array,
  at: number,
  { to, first, end, perStep }: { to: number; first: number; end: number; perStep: number },
): number {
  let next = at;
  for (; next < to; next++) {
    const list = lists[next] ?? 0;
    if (list >= end) break;
    scores[list - first] = (scores[list - first] ?? 0) + perStep * (impacts[next] ?? 0);
  }
  return next;
}

/**
 * Scores of the lists of a field, a window of neighbours at a time: what is added to again and again then stays within
 * the processor's nearest memory, however large the corpus is (as in Lucene's BooleanScorer).
 */
export class ScoreSheet {
  /** Scores of the window, from its first list on. */
  scores = new Float32Array(0);
  readonly #postings: PostingLists;
  readonly #step: number;
  #sought: readonly SoughtTerm[] = [];
  /** By place among the terms sought: the next posting. */
  #next = new Int32Array(0);

  /** @param step what one step of a posting's impact is worth, before the worth of the term */
  constructor(postings: PostingLists, step: number) {
    this.#postings = postings;
    this.#step = step;
  }

  /** Begins with the terms of another question. */
  begin(sought: readonly SoughtTerm[]): void {
    const { starts } = this.#postings;
    this.#sought = sought;
    this.#next = Int32Array.from(sought, ({ term }) => starts[term] ?? 0);
  }

  /** Scores the lists from `first` up to, but without, `end`. Windows must come in their order. */
  score(first: number, end: number): void {
    if (end - first > this.scores.length) this.scores = new Float32Array((end - first) * 2);
    else this.scores.fill(0, 0, end - first);
    const { starts, lists, impacts } = this.#postings;
    for (let i = 0; i < this.#sought.length; i++) {
      const { term, worth } = this.#sought[i] ?? { term: 0, worth: 0 };
      const window = { to: starts[term + 1] ?? 0, first, end, perStep: worth * this.#step };
      this.#next[i] = addPostings(this.scores, lists, impacts, this.#next[i] ?? 0, window);
    }
  }
}
