import Fuse from 'fuse.js';
import { fold } from '../text/fold.ts';

/** Fuse.js scores 0 for the same and 1 for nothing alike; its own default lets too much through. */
const WORD_OPTIONS = { includeScore: true, threshold: 0.45, distance: 20 };
/** A name is met when Fuse finds the typed words in it with hardly a slip. */
const NAME_OPTIONS = { includeScore: true, threshold: 0.25, ignoreLocation: true };
/** Each word is looked for by itself: as one string, a short name fits a long title somewhere by accident. */
const NEAREST_OPTIONS = { useTokenSearch: true, threshold: 0.35, ignoreLocation: true };

/**
 * How alike two words are by their letters, 0 to 1. Fuse judges where a pattern fits within a text: the worse
 * direction counts.
 */
export function likenessOf(typed: string, word: string): number {
  const there = Fuse.match(typed, word, WORD_OPTIONS);
  const back = Fuse.match(word, typed, WORD_OPTIONS);
  return there.isMatch && back.isMatch ? 1 - Math.max(there.score, back.score) : 0;
}

/**
 * Whether what was typed stands in a name with hardly a slip. Fuse cuts patterns of more than 32 characters into
 * pieces.
 */
export const fitsIn = (typed: string, name: string): boolean => Fuse.match(typed, name, NAME_OPTIONS).isMatch;

/**
 * The names that what was typed was most likely meant for, nearest first, at most `limit`; none where nothing is
 * alike.
 */
export function nearestNames(typed: string, names: readonly string[], limit: number): readonly string[] {
  return new Fuse(names, NEAREST_OPTIONS).search(typed, { limit }).map(({ item }) => item);
}

/** Shorter ones are compared with whole words of a name only. */
const SHORT_NAME = 6;

const isAsLongAs = (wanted: string) => (word: string) => Math.abs(word.length - wanted.length) <= 2;

/** Whether what was typed is the name, part of it, or a slip away from part of it; case and accents aside. */
export function resembles(typed: string, name: string): boolean {
  const [wanted, given] = [fold(typed), fold(name)];
  if (wanted === '' || given === '') return false;
  if (given.includes(wanted)) return true;
  // Fuse cuts long patterns into pieces and would take any piece; names that long are copied, not typed.
  if (wanted.length < 4 || wanted.length > 32) return false;
  // A short name fits somewhere into a longer word by accident: Mars is no part of Myanmar.
  const isShort = wanted.length < SHORT_NAME;
  const candidates = isShort ? given.split(/[^\p{L}\d]+/u).filter(isAsLongAs(wanted)) : [given];
  return candidates.some((candidate) => fitsIn(wanted, candidate));
}
