/**
 * A stretch of time, in whole months counted from January of the year 0; both ends belong to it. An end that is open is
 * infinite: "since 1996", "until 2003".
 */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** Whether all of it is meant, "from 1985 to 1992", and not some time within: "in the 1980s", "since 1996". */
  readonly isWhole: boolean;
}

/** Months of a year. */
export const YEAR = 12;

/** The year, the month or the month of the day that a partial date names: `2024`, `2024-11`, `2024-11-20`. */
export function spanOfDate(date: string): TimeSpan {
  const [year = 0, month] = date.split('-').map(Number);
  const from = year * YEAR + (month ?? 1) - 1;
  return { from, to: month === undefined ? from + YEAR - 1 : from, isWhole: false };
}

const yearOf = (month: number) => Math.floor(month / YEAR);

const isWithin = (one: TimeSpan, other: TimeSpan) => one.from >= other.from && one.to <= other.to;

/** What holds in the middle of a longer time may have been otherwise at either end. */
const MIDST = 0.5;

/**
 * How well what is told of one stretch of time answers for another, 0 to 1: 1 where both begin in the same year, since
 * what began in 1985 is what is asked of "from 1985 to 1992", and where it is of some time within the one asked; half
 * where the asked one lies in the midst of it, or a part of it would do; else nothing.
 */
export function timeFit(asked: TimeSpan, told: TimeSpan): number {
  if (yearOf(asked.from) === yearOf(told.from) && Number.isFinite(asked.from)) return 1;
  if (!asked.isWhole && isWithin(told, asked)) return 1;
  if (isWithin(asked, told)) return MIDST;
  return !asked.isWhole && told.from <= asked.to && told.to >= asked.from ? MIDST : 0;
}
