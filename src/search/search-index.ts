import type { Passage } from '../corpus/index.ts';
import type { Parts } from './ranking/measure-parts.ts';

/** Half-open range of UTF-16 offsets in a passage's untouched text. */
export type Range = readonly [start: number, end: number];

/** A word of the question that was searched as another. */
export interface Assumption {
  readonly typed: string;
  readonly searchedFor: string;
}

/** A passage that shares something with the question. */
export interface Hit {
  readonly passage: Passage;
  /** Higher is better. Comparable within one search only. */
  readonly score: number;
  /** Share (0 to 1) of the question's weight that the passage meets. */
  readonly coverage: number;
  /** What the score is made of, before weighing. */
  readonly parts: Parts;
  /** What to make bold, ascending, not overlapping. */
  readonly highlights: readonly Range[];
}

export interface SearchResult {
  /** Best first; equal scores in the order of the passages. */
  readonly hits: readonly Hit[];
  readonly assumptions: readonly Assumption[];
}

/** Built once, then only asked: a search changes nothing. */
export interface SearchIndex {
  /** How many passages can be found. */
  readonly size: number;
  /** Finds at most `limit` passages. Never throws, whatever the question holds. @default limit 10 */
  search(question: string, limit?: number): SearchResult;
}
