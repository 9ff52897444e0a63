import { type IndexColumns, type IndexData, openColumns } from './index-columns.ts';
import type { PassageVectors } from './passage-vectors.ts';
import { frequencyOf } from './posting-lists.ts';
import type { Removal } from './removal.ts';
import { wordOfToken } from './token-lists.ts';

/** A part of a corpus with an index of its own. Neither ever changes: what is new comes as another segment. */
export interface Segment {
  readonly columns: IndexColumns;
  /** What is no longer found of it. @default everything is found */
  readonly removal?: Removal;
  /** What its passages mean. @default no sentence encoder tells */
  readonly vectors?: PassageVectors;
  /** Whether it holds what was fetched for one question: then only words lead to its passages. @default false */
  readonly isFetched?: boolean;
}

/** A segment that is open. */
export interface OpenSegment {
  readonly index: IndexData;
  readonly removal: Removal | undefined;
  readonly vectors: PassageVectors | undefined;
  readonly isFetched: boolean;
}

/** Opens a segment; reads nothing and copies nothing. */
export function openSegment({ columns, removal, vectors, isFetched = false }: Segment): OpenSegment {
  return { index: openColumns(columns), removal, vectors, isFetched };
}

/** How many passages of a segment can be found. */
export const sizeOf = ({ index, removal }: OpenSegment): number =>
  index.passages.size - (removal?.count ?? 0);

/** How many passages are looked into: words that belong together do so in some of the first. */
const MOST_PASSAGES = 300;

/**
 * Whether the two terms stand side by side, in this order, in the text of a passage that holds the rarer one. They do
 * not when one of them is -1.
 */
export function standTogether({ index, removal }: OpenSegment, first: number, second: number): boolean {
  if (first < 0 || second < 0) return false;
  const { postings, words } = index.text;
  const rarer = frequencyOf(postings, first) <= frequencyOf(postings, second) ? first : second;
  const from = postings.starts[rarer] ?? 0;
  const to = Math.min(postings.starts[rarer + 1] ?? 0, from + MOST_PASSAGES);
  const termAt = (at: number) => index.termOfWord[wordOfToken(words.tokens[at] ?? 0)];
  for (let posting = from; posting < to; posting++) {
    const ordinal = postings.lists[posting] ?? 0;
    if (removal?.isRemoved[ordinal] === 1) continue;
    const end = (words.starts[ordinal + 1] ?? 0) - 1;
    for (let at = words.starts[ordinal] ?? 0; at < end; at++) {
      if (termAt(at) === first && termAt(at + 1) === second) return true;
    }
  }
  return false;
}
