import type { IndexData } from '../indexing/index-columns.ts';
import { spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import { monthOf } from '../text/months.ts';
import { SPELLING } from '../text/split-words.ts';
import type { NumberPlace } from './age-match.ts';

/** Whether a token names a month; "may" is another word too, and has no capital then. */
function isMonth(index: IndexData, token: number): boolean {
  const hasCapital = (spellingOfToken(token) & SPELLING.capital) !== 0;
  return hasCapital && monthOf(index.lexicon.wordOf(wordOfToken(token))) >= 0;
}

/** Whether a number is the day of a date and counts nothing: the 20 of "20 November" and of "November 20, 2024". */
export function isDayOfMonth(index: IndexData, { tokens, at, from, to }: NumberPlace): boolean {
  const next = at + 1 < to ? (tokens[at + 1] ?? -1) : -1;
  if (next < 0) return false;
  if (isMonth(index, next)) return true;
  const isBeforeYear = (spellingOfToken(next) & SPELLING.year) !== 0;
  return isBeforeYear && at > from && isMonth(index, tokens[at - 1] ?? 0);
}
