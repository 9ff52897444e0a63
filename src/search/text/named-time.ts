import { monthOf } from './months.ts';
import { ordinalValue } from './number-words.ts';
import { SPELLING } from './split-words.ts';
import { YEAR } from './time-span.ts';
import { tokenise } from './tokenise.ts';
import { WORD_CLASS, wordClasses } from './word-classes.ts';

/** A word of a text, and what stands between the one before and it. */
export interface TimeWord {
  readonly form: string;
  readonly spelling: number;
  readonly gap: string;
}

/** A time that a text names by one date, in months as those of a `TimeSpan`, and which of its words do. */
export interface NamedTime {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  /** Whether it is named to the day. */
  readonly isDay: boolean;
}

const DECADE = /^(\d{3}0)s$/;
const UNITS = WORD_CLASS.money | WORD_CLASS.percent | WORD_CLASS.duration | WORD_CLASS.measure;

/** The words of a text, in one spelling. */
export function readTimeWords(text: string): readonly TimeWord[] {
  const words: TimeWord[] = [];
  let behind = 0;
  tokenise(text, (form, start, end, spelling) => {
    words.push({ form, spelling, gap: text.slice(behind, start) });
    behind = end;
  });
  return words;
}

/** So many months from one of a year on. */
const monthsFrom = (year: number, month = 0, months = YEAR) => ({
  from: year * YEAR + month,
  to: year * YEAR + month + months - 1,
});

/** Whether four digits are a year where they stand: "in 1500", and neither "1500 metres" nor "$1500". */
function isYear(words: readonly TimeWord[], at: number): boolean {
  if (((words[at]?.spelling ?? 0) & SPELLING.year) === 0) return false;
  const classes = wordClasses();
  if ((classes(words[at - 1]?.form ?? '') & WORD_CLASS.money) !== 0) return false;
  return (classes(words[at + 1]?.form ?? '') & UNITS & ~WORD_CLASS.duration) === 0;
}

const isDayOfMonth = ({ form = '' }: Partial<TimeWord> = {}) => /^(?:[1-9]|[12]\d|3[01])$/.test(form);

/** A year with the month before or behind it: "Mar 1987", "14 February 1991", "February 14, 1991", "1991-02-14". */
function readYear(words: readonly TimeWord[], at: number): NamedTime {
  const year = Number(words[at]?.form);
  const behind = monthOf(words[at + 1]?.form ?? '');
  if (behind >= 0 && words[at + 1]?.gap === '-') {
    const isDay = isDayOfMonth(words[at + 2]);
    return { ...monthsFrom(year, behind, 1), first: at, last: at + (isDay ? 2 : 1), isDay };
  }
  const isAmerican = isDayOfMonth(words[at - 1]);
  const monthAt = at - (isAmerican || words[at - 1]?.form === 'of' ? 2 : 1);
  const month = monthOf(words[monthAt]?.form ?? '');
  if (month < 0) return { ...monthsFrom(year), first: at, last: at, isDay: false };
  const isDayFirst = !isAmerican && isDayOfMonth(words[monthAt - 1]);
  const first = isDayFirst ? monthAt - 1 : monthAt;
  const isDay = isAmerican || isDayFirst;
  return withFirstMonth(words, { ...monthsFrom(year, month, 1), first, last: at, isDay });
}

/** The months of one year: the `March` of "between March and June 1990". */
function withFirstMonth(words: readonly TimeWord[], named: NamedTime): NamedTime {
  const { from, first } = named;
  const month = monthOf(words[first - 2]?.form ?? '');
  const isJoined =
    month >= 0 && ['to', 'and', 'until', 'till', 'through'].includes(words[first - 1]?.form ?? '');
  const start = from - (from % YEAR) + month;
  return isJoined && start < from ? { ...named, from: start, first: first - 2 } : named;
}

/** "The 1800s" are a century, the 2000s so far ten years. */
const yearsOf = (decade: string) => (decade.endsWith('00') && decade < '2000' ? 100 : 10);

function readNamed(words: readonly TimeWord[], at: number): NamedTime | undefined {
  const form = words[at]?.form ?? '';
  if (isYear(words, at)) return readYear(words, at);
  const decade = DECADE.exec(form)?.[1];
  if (decade !== undefined)
    return { ...monthsFrom(Number(decade), 0, yearsOf(decade) * YEAR), first: at, last: at, isDay: false };
  const isCentury = form === 'century' || form === 'centuries';
  const century = isCentury ? centuryOf(words[at - 1]?.form ?? '') : undefined;
  if (century === undefined) return undefined;
  return { ...monthsFrom((century - 1) * 100, 0, 100 * YEAR), first: at - 1, last: at, isDay: false };
}

const centuryOf = (form: string) => {
  const value = ordinalValue(form);
  return value !== undefined && value > 1 && value <= 21 ? value : undefined;
};

/** The last year of a span that is written with two digits: the `91` of `1988–91`. */
function shortEnd(words: readonly TimeWord[], named: NamedTime): NamedTime | undefined {
  const next = words[named.last + 1];
  if (next === undefined || !/^\d\d$/.test(next.form) || !/^[-–/]$/.test(next.gap)) return undefined;
  const year = Math.floor(named.from / YEAR);
  const end = year - (year % 100) + Number(next.form);
  if (end <= year) return undefined;
  return { ...named, to: monthsFrom(end).to, last: named.last + 1 };
}

/** The part of a time that the word before it tells: "late 1980s" is the second half. */
function partOf(named: NamedTime, words: readonly TimeWord[]): NamedTime {
  const { from, to, first } = named;
  const half = Math.floor((to - from + 1) / 2);
  const part = { ...named, first: first - 1 };
  switch (words[first - 1]?.form) {
    case 'early':
      return { ...part, to: from + half - 1 };
    case 'late':
      return { ...part, from: from + half };
    case 'mid':
    case 'middle':
      return { ...part, from: from + Math.floor(half / 2), to: to - Math.floor(half / 2) };
    default:
      return named;
  }
}

/** The time that the word at a place ends naming: a year, a month of a year, a decade or a century. */
export function namedTimeAt(words: readonly TimeWord[], at: number): NamedTime | undefined {
  const named = readNamed(words, at);
  return named && partOf(shortEnd(words, named) ?? named, words);
}
