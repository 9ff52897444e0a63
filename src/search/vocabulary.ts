import Fuse from 'fuse.js';
import { fold } from './analysis/fold.ts';
import type { Suggestion } from './question/question.ts';

/** Fuse.js scores 0 for the same and 1 for nothing alike; its own default lets too much through. */
const FUSE_OPTIONS = { includeScore: true, threshold: 0.45, distance: 20 };
/** Fuse takes some microseconds a word, so only the likeliest are judged. */
const MOST_JUDGED = 40;

/** The words of a corpus by number, ready to be found by their letters. */
export interface Vocabulary {
  /** Words one slip away from the typed one. */
  near(typed: string): readonly number[];
  /** Words two slips away. */
  twoSlipsAway(typed: string): readonly number[];
  wordOf(id: number): string;
  /** How often the word's term occurs: of words that fit equally, the commoner one was meant. */
  holdersOf(id: number): number;
}

/** Fuse judges where a pattern fits within a text, so both directions are asked and the worse one counts. */
function likenessOf(typed: string, word: string): number {
  const there = Fuse.match(typed, word, FUSE_OPTIONS);
  const back = Fuse.match(word, typed, FUSE_OPTIONS);
  return there.isMatch && back.isMatch ? 1 - Math.max(there.score, back.score) : 0;
}

/** The words of the corpus that the typed word may have been meant for, best first, at most `limit`. */
export function suggestWords(
  vocabulary: Vocabulary,
  typed: string,
  { limit, mostSlips }: { readonly limit: number; readonly mostSlips: 1 | 2 },
): readonly Suggestion[] {
  const { wordOf, holdersOf } = vocabulary;
  const near = vocabulary.near(typed);
  const candidates = near.length > 0 || mostSlips === 1 ? near : vocabulary.twoSlipsAway(typed);
  return candidates
    .slice(0, MOST_JUDGED)
    .map((word) => ({ word, letters: wordOf(word), likeness: likenessOf(typed, wordOf(word)) }))
    .filter(({ likeness }) => likeness > 0)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        holdersOf(b.word) - holdersOf(a.word) ||
        // Numbers are given out as words are asked for, and would make an answer depend on earlier questions.
        (a.letters < b.letters ? -1 : 1),
    )
    .slice(0, limit);
}

/** A name is met when Fuse finds the typed words in it with hardly a slip. */
const NAME_OPTIONS = { includeScore: true, threshold: 0.25, ignoreLocation: true };

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
  return candidates.some((candidate) => Fuse.match(wanted, candidate, NAME_OPTIONS).isMatch);
}

/** Each word is looked for by itself: as one string, a short name fits a long title somewhere by accident. */
const NEAREST_OPTIONS = { useTokenSearch: true, threshold: 0.35, ignoreLocation: true };

/** The names that what was typed was most likely meant for, nearest first, at most `limit`; none where nothing is alike. */
export function nearestNames(typed: string, names: readonly string[], limit: number): readonly string[] {
  return new Fuse(names, NEAREST_OPTIONS).search(typed, { limit }).map(({ item }) => item);
}
