import { MONTH, MONTHS } from './months.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A year with the month before it, and the word before both: "of 2023", "in May 2024", "Monitor 2024". */
const DATED = new RegExp(
  `(?:([\\p{L}’'-]+) +)?(?:\\d{1,2} +)?(?:(${MONTH})\\.?,? +(?:\\d{1,2}, +)?)?\\b((?:1[6-9]|20)\\d\\d)\\b(?![,.]\\d)`,
  'gu',
);

/** Whether a word before a year makes it part of a name: "Landmine Monitor 2024", "Euro 2024". */
function isOfName(before: string | undefined): boolean {
  return before !== undefined && /^\p{Lu}/u.test(before) && !STOP_WORDS.has(before.toLowerCase());
}

function monthNumber(month: string): string {
  const at = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
  return String(at + 1).padStart(2, '0');
}

/** The times that a text speaks of, as partial dates (`2024`, `2024-05`), in its order. Years in names are none. */
export function timesIn(text: string): readonly string[] {
  return [...text.matchAll(DATED)].flatMap(([, before, month, year = '']) => {
    if (month !== undefined) return [`${year}-${monthNumber(month)}`];
    return isOfName(before) ? [] : [year];
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
