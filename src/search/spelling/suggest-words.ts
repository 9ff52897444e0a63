import { likenessOf } from './fuzzy.ts';

/** Fuse takes some microseconds a word, so only the likeliest are judged. */
const MOST_JUDGED = 40;

/** The words of a corpus by number, ready to be found by their letters. */
export interface WordsByLetters {
  /** Words one slip away from the typed one. */
  near(typed: string): readonly number[];
  /** Words two slips away. */
  twoSlipsAway(typed: string): readonly number[];
  wordOf(id: number): string;
  /** How often the word's term occurs: of words that fit equally, the commoner one was meant. */
  holdersOf(id: number): number;
}

/** A word of the corpus that a typed word may have been meant for. */
export interface Suggestion {
  readonly word: number;
  /** How well it fits the typed letters, 0 to 1. */
  readonly likeness: number;
}

/** Those of some words that the typed word may have been meant for, best first. */
export function judgeWords(
  { wordOf, holdersOf }: Pick<WordsByLetters, 'wordOf' | 'holdersOf'>,
  typed: string,
  candidates: readonly number[],
): readonly Suggestion[] {
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
    );
}

/** The words of the corpus that the typed word may have been meant for, best first, at most `limit`. */
export function suggestWords(
  vocabulary: WordsByLetters,
  typed: string,
  { limit, mostSlips }: { readonly limit: number; readonly mostSlips: 1 | 2 },
): readonly Suggestion[] {
  const near = vocabulary.near(typed);
  const candidates = near.length > 0 || mostSlips === 1 ? near : vocabulary.twoSlipsAway(typed);
  return judgeWords(vocabulary, typed, candidates).slice(0, limit);
}
