import { MONTH, monthOf } from './months.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A year with the month before it: "of 2023", "in May 2024", "May 3, 2024". */
const DATED = new RegExp(
  `(?:\\b(${MONTH})[.,]{0,2} {1,2}(?:\\d{1,2}, {1,2})?)?\\b((?:1[6-9]|20)\\d\\d)\\b(?![,.]\\d)`,
  'gu',
);

/** No word is longer that a year is a part of. */
const LONGEST_BEFORE = 40;
const LETTERS = /^[\p{L}’'-]+$/u;

/** The word before a place in a text, a day of the month between them left out; undefined behind a mark. */
function wordBefore(text: string, at: number): string | undefined {
  const words = text.slice(Math.max(0, at - LONGEST_BEFORE), at).split(' ');
  if (words.pop() !== '') return undefined;
  const last = words.findLast((word) => word !== '' && !/^\d{1,2}$/.test(word));
  return last !== undefined && LETTERS.test(last) ? last : undefined;
}

/** Whether a word before a year makes it part of a name: "Landmine Monitor 2024", "Euro 2024". */
function isOfName(before: string | undefined): boolean {
  return before !== undefined && /^\p{Lu}/u.test(before) && !STOP_WORDS.has(before.toLowerCase());
}

const monthNumber = (month: string) => String(monthOf(month.toLowerCase()) + 1).padStart(2, '0');

/** The times that a text speaks of, as partial dates (`2024`, `2024-05`), in its order. Years in names are none. */
export function timesIn(text: string): readonly string[] {
  return [...text.matchAll(DATED)].flatMap(({ 1: month, 2: year = '', index }) => {
    if (month !== undefined) return [`${year}-${monthNumber(month)}`];
    return isOfName(wordBefore(text, index)) ? [] : [year];
  });
}

/**
 * The time that a text tells of, as a partial date: of the times it speaks of the one that it is as of, or the latest;
 * where it speaks of none, the year it is as of. Undefined where neither is known.
 *
 * @param asOf partial date; undefined where nobody recorded one
 */
export function periodOf(text: string, asOf: string | undefined): string | undefined {
  const times = timesIn(text);
  const year = asOf?.slice(0, 4);
  return times.find((time) => time.slice(0, 4) === year) ?? [...times].sort().at(-1) ?? year;
}

/** Whether two partial dates can be the same time; what is not known can be any. */
export function isSamePeriod(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a);
}
