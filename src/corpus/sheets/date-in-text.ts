import { MONTHS } from '../importers/moments/month-names.ts';
import { isPartialDate } from '../partial-date.ts';

const MONTH = String.raw`(?<month>${MONTHS.join('|')})[a-z]{0,6}\.?`;
/** The ways people write a date of which nobody has to guess what is month and what is day. */
const WRITTEN = [
  String.raw`(?<iso>(?:19|20)\d{2}(?:-\d{2}){0,2})`,
  String.raw`(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?${MONTH},? (?<year>\d{4})`,
  String.raw`${MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\d/.-])${pattern}(?![\p{L}\d/-])`, 'giu'));

/**
 * The last date that a line such as `Ada Quill, 3 March 2025` names, as a partial date; undefined where there is none,
 * or only one that can be read in two ways.
 */
export function dateInText(text: string): string | undefined {
  const found = WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
    const date = toPartialDate(match.groups ?? {});
    return isPartialDate(date) ? [{ date, end: match.index + match[0].length }] : [];
  });
  // The year of a date is a date too, and ends where it ends: the one that says more is meant.
  return found.sort((a, b) => b.end - a.end || b.date.length - a.date.length)[0]?.date;
}

function toPartialDate({
  iso,
  year = '',
  month = '',
  day,
}: Readonly<Record<string, string | undefined>>): string {
  if (iso !== undefined) return iso;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return [year, String(number).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join(
    '-',
  );
}
