import { MONTH, MONTHS } from './months.ts';

/** Hardly any text has one, and this tells it faster than looking for each. */
const MAY_HOLD_DATE = /\d(?:st|nd|rd|th)\b|\d-\d\d-\d/i;
/** `2024-11-20` (ISO 8601). */
const NUMERIC = /(?<![\d-])\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])/g;
/** `November 20th`. */
const DAY_BEHIND_MONTH = new RegExp(`\\b(?:${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)\\b`, 'gi');
/** `20th November`, `20th of November`. */
const DAY_BEFORE_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th) (?:of )?(?:${MONTH})\\b`, 'gi');

const NONE: ReadonlyMap<number, string> = new Map();

/**
 * The words of a text's dates that are to be read as others, by their offsets, so that all dates are words like `20
 * November 2024`: the month of `2024-11-20` is `november`, the day of `20th November` is `20`.
 */
export function readWrittenDates(text: string): ReadonlyMap<number, string> {
  if (!MAY_HOLD_DATE.test(text)) return NONE;
  const words = new Map<number, string>();
  for (const { index, 1: month, 2: day } of text.matchAll(NUMERIC)) {
    words.set(index + 'YYYY-'.length, MONTHS[Number(month) - 1] ?? '');
    words.set(index + 'YYYY-MM-'.length, String(Number(day)));
  }
  for (const { 0: whole, 1: day = '', index } of text.matchAll(DAY_BEHIND_MONTH))
    words.set(index + whole.lastIndexOf(day), day);
  for (const { 1: day = '', index } of text.matchAll(DAY_BEFORE_MONTH)) words.set(index, day);
  return words;
}
