import { bold, type Leaf, plain } from '../rich-text-elements.ts';
import { wordDifference } from './word-difference.ts';

/** Two texts with what is only in one of them set off. */
export interface MarkedDifference {
  /** What was taken out is struck through. */
  readonly was: readonly Leaf[];
  /** What was put in is bold. */
  readonly is: readonly Leaf[];
}

/** Sets off what differs between two texts, word by word; nothing where they have too little in common. */
export function markDifference(was: string, is: string): MarkedDifference {
  const parts = wordDifference(was, is);
  if (parts === null) return { was: [plain(was)], is: [plain(is)] };
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
