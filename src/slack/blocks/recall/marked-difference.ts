import { diffWordsWithSpace } from 'diff';
import { bold, type Leaf, plain } from '../rich-text-elements.ts';

/** Two texts with what is only in one of them set off. */
export interface MarkedDifference {
  /** What was taken out is struck through. */
  readonly was: readonly Leaf[];
  /** What was put in is bold. */
  readonly is: readonly Leaf[];
}

/** Sets off what differs between two texts, word by word. */
export function markDifference(was: string, is: string): MarkedDifference {
  const parts = diffWordsWithSpace(was, is);
  return {
    was: parts
      .filter(({ added }) => !added)
      .map(({ value, removed }) => (removed ? struck(value) : plain(value))),
    is: parts
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => (added ? bold(value) : plain(value))),
  };
}

/** Literal text that is struck through. */
export function struck(text: string): Leaf {
  return { type: 'text', text, style: { strike: true } };
}
