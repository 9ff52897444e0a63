import { wordList } from './word-list.ts';

/** The months by name, January first. */
export const MONTHS = wordList(
  'january february march april may june july august september october november december',
);

const abbreviationsOf = (month: string) =>
  month === 'september' ? ['sep', 'sept'] : [month.slice(0, 3)].filter((short) => short !== month);

/** Every way to write a month: in full, and abbreviated. */
export const MONTH_FORMS: ReadonlySet<string> = new Set(
  MONTHS.flatMap((month) => [month, ...abbreviationsOf(month)]),
);

/** The month that an abbreviation stands for, whatever its letters' case: "mar" may also be a verb. */
export const ABBREVIATED_MONTHS: ReadonlyMap<string, string> = new Map(
  MONTHS.flatMap((month) => abbreviationsOf(month).map((short): [string, string] => [short, month])).filter(
    ([short]) => short !== 'mar',
  ),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((month, number) =>
    [month, ...abbreviationsOf(month)].map((form): [string, number] => [form, number]),
  ),
);

/** The month that a folded word names, 0 for January; -1 for any other word. "may" and "mar" are other words too. */
export const monthOf = (form: string): number => NUMBERS.get(form) ?? -1;

/** Every way to write a month as alternatives of a pattern, with a capital: "may" and "mar" are other words too. */
export const MONTH = [...MONTH_FORMS].map((form) => form.replace(/^./, (c) => c.toUpperCase())).join('|');
