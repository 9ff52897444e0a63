import { isPartialDate } from '../partial-date.ts';

/** A day in words or figures whose order leaves no doubt, as ISO 8601; undefined when a text holds none, or several. */
export function readLocalDate(text: string, language: string | undefined): string | undefined {
  const found = FORMS.flatMap((form) => [...text.matchAll(form)]).map(({ groups = {} }) => groups);
  if (found.length === 0) return undefined;
  const months = monthsOf(['en', ...(language ? [tagOf(language)] : [])]);
  const days = new Set(found.flatMap((groups) => toDay(groups, months, language) ?? []));
  return days.size === 1 ? [...days][0] : undefined;
}

const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`;
const DAY = String.raw`(?<!\d)(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>\p{L}{3,12})`;
const FORMS: readonly RegExp[] = [
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<sign>[-/])(?<month>\d\d)\k<sign>(?<day>\d\d)(?!\d)/g,
  // Who parts the figures by points puts the day first, everywhere on earth.
  new RegExp(String.raw`${DAY}\. ?(?<month>\d{1,2})\. ?${YEAR}`, 'g'),
  /(?<![\d.])(?<day>\d\d)\.(?<month>\d\d)\.(?<short>\d\d)(?![\d.])/g,
  /(?<![\d/])(?<first>\d\d)\/(?<second>\d\d)\/(?<year>(?:19|20)\d\d)(?![\d/])/g,
  /(?<year>(?:19|20)\d\d)年 ?(?<month>\d{1,2})月 ?(?<day>\d{1,2})日/g,
  new RegExp(String.raw`${DAY}(?:\.|º|st|nd|rd|th|er)? (?:de |of )?${MONTH}\.?,? (?:de |del )?${YEAR}`, 'gu'),
  new RegExp(String.raw`${MONTH}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, 'gu'),
];

type Groups = Readonly<Record<string, string | undefined>>;

function toDay(
  groups: Groups,
  months: ReadonlyMap<string, number>,
  language: string | undefined,
): string | undefined {
  const { year = '', month = '', day = '' } = inOrder(groups, language);
  const number = /^\d/.test(month) ? Number(month) : months.get(month.toLowerCase());
  if (!number) return undefined;
  const text = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPartialDate(text) ? text : undefined;
}

/** Names the figures of `23.09.26` where its language writes it so, and of `23/09/2026`, whose order can be told. */
function inOrder(groups: Groups, language: string | undefined): Groups {
  const { first = '', second = '', short } = groups;
  if (short) return isShortDayFirst(language) ? { ...groups, year: `20${short}` } : {};
  if (first === '') return groups;
  if (Number(first) > 12) return { ...groups, day: first, month: second };
  return Number(second) > 12 || first === second ? { ...groups, day: second, month: first } : {};
}

/** Whether a language writes short dates as `23.09.26`; others, such as Korean, begin with the year. */
function isShortDayFirst(language: string | undefined): boolean {
  if (language === undefined || !isLanguage(tagOf(language))) return false;
  const format = new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'short', timeZone: 'UTC' });
  return /^23\.0?9\.(?:20)?26/.test(format.format(Date.UTC(2026, 8, 23)));
}

/** Pages write `en_GB`. */
function tagOf(language: string): string {
  return language.replace('_', '-');
}

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

/** The names of the months, as they stand alone and in a date, whole and short, by their numbers. */
function monthsOf(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages.filter(isLanguage)) {
    for (const style of STYLES) {
      const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2024, month, 15));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        names.set(name.toLowerCase().replace(/\.$/, ''), month + 1);
      }
    }
  }
  return names;
}

/** Pages write all sorts of tags. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
