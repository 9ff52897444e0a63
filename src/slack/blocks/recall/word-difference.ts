import { type Change, diffWordsWithSpace } from 'diff';

/**
 * Words that may be taken out or put in. The time this takes grows with their square, and everybody who asks
 * meanwhile waits; texts that differ in more are read side by side anyway.
 */
const MOST_CHANGES = 250;
/** In characters: longer texts take too long to be taken apart. */
const LONGEST = 50_000;

/** In which words two texts differ, in their order; null where they have too little in common, or are too long. */
export function wordDifference(was: string, is: string): readonly Change[] | null {
  if (was.length + is.length > LONGEST) return null;
  return diffWordsWithSpace(was, is, { maxEditLength: MOST_CHANGES }) ?? null;
}
