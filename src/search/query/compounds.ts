import type { WordPart } from '../columns/word-table.ts';
import { isCodeLetters } from '../text/codes.ts';
import { STOP_WORDS } from '../text/stop-words.ts';

/** Shorter parts are endings and chance: `car pet`. */
const SHORTEST_PART = 3;

/** What the corpus knows of words that belong together. */
export interface Compounding {
  /** Number of the corpus term of a word, or -1 when no passage holds it. */
  termOf(form: string): number;
  /** The same for a word that must stand in the corpus in this very form. */
  termOfForm(form: string): number;
  /** Whether the corpus holds a part of a form with an ending behind it. */
  holdsPart(form: string, part: WordPart): boolean;
  /** Whether the two terms stand side by side in any passage; not when one of them is -1. */
  standTogether(first: number, second: number): boolean;
  /** Words of the corpus that are so many slips at most away from the typed one, best first. */
  suggest(form: string, mostSlips: 1 | 2): readonly unknown[];
}

/** A word as two: `landmine`, `land` and `mine`. */
export type Split = readonly [first: string, second: string];

/**
 * Parts a word where the corpus writes it as two. Without the corpus as a witness, only a word that it does not
 * know and has no word like is parted, where both parts are words; the longer second part wins.
 */
export function splitCompound(form: string, words: Compounding): Split | undefined {
  if (!/^[a-z]+$/.test(form)) return undefined;
  let guess: Split | undefined;
  for (let at = SHORTEST_PART; at <= form.length - SHORTEST_PART; at++) {
    // Nearly always one of the two is no word, which is told without making it.
    if (!words.holdsPart(form, { from: at, to: form.length, ending: '' })) continue;
    if (!words.holdsPart(form, { from: 0, to: at, ending: '' })) continue;
    const split: Split = [form.slice(0, at), form.slice(at)];
    if (STOP_WORDS.has(split[0]) || STOP_WORDS.has(split[1])) continue;
    const [first, second] = [words.termOfForm(split[0]), words.termOfForm(split[1])];
    if (first < 0 || second < 0) continue;
    if (words.standTogether(first, second)) return split;
    guess ??= split;
  }
  const isUnknown = guess !== undefined && words.termOf(form) < 0 && words.suggest(form, 2).length === 0;
  return isUnknown ? guess : undefined;
}

/** A code as the corpus writes it, in letters and a number: `mh17` as `MH 17`, `covid19` as `COVID-19`. */
export function splitCode(
  form: string,
  words: Pick<Compounding, 'termOfForm' | 'standTogether'>,
): Split | undefined {
  const [, letters, digits] = /^([a-z]+)(\d+)$/.exec(form) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  return words.standTogether(words.termOfForm(letters), words.termOfForm(digits))
    ? [letters, digits]
    : undefined;
}

/** The code that letters and digits typed apart make, where the corpus always joins them: `F 16` as `F-16`. */
export function joinCode(
  letters: string,
  digits: string,
  words: Pick<Compounding, 'termOfForm' | 'standTogether'>,
): string | undefined {
  if (!isCodeLetters(letters) || !/^\d/.test(digits) || words.termOfForm(letters + digits) < 0)
    return undefined;
  return words.standTogether(words.termOfForm(letters), words.termOfForm(digits))
    ? undefined
    : letters + digits;
}
