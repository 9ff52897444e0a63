import { lastDayOf } from '../partial-date.ts';
import { type Source, sourceDate } from '../source.ts';
import { dateInText } from './date-in-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What of a fact tells when it should be looked at again. */
export interface Reviewable {
  readonly reviewBy?: string | undefined;
  readonly checkedBy?: string | undefined;
  readonly source: Source;
}

/** By what a fact becomes due for a review. */
export interface ReviewRule {
  /** The day it is, such as `2026-11-30` (UTC). */
  readonly today: string;
  /** Whole days, from 1, after which a fact that nobody checked again is due. @default never by itself */
  readonly afterDays?: number | undefined;
  /** The day on which the desk last said that it is still true, beside what its sheet says. @default never */
  readonly foundTrueOn?: string | undefined;
}

/** When somebody last looked at a fact, and when somebody has to do so again. */
export interface Review {
  /** Partial date at which it was compared with its source last, as far as is known. */
  readonly lastChecked: string;
  /** What tells so: the desk that found it true, or who checked it; else when the source was read, or appeared. */
  readonly knownBy: 'found true' | 'checked by' | 'accessed' | 'published';
  /** Whole days since then, from 0; from the last day of a month or a year that is all that is known. */
  readonly days: number;
  /** Partial date by whose end it is to be looked at; undefined where nothing asks for it. */
  readonly due?: string;
  /** Whether that has passed. */
  readonly isOverdue: boolean;
}

/** Works out when a fact was looked at, and when it is to be looked at again. */
export function reviewOf(fact: Reviewable, rule: ReviewRule): Review {
  const { today, afterDays } = rule;
  const { lastChecked, knownBy } = findLastCheck(fact, rule);
  const checkedOn = lastDayOf(lastChecked);
  const isReviewed =
    (knownBy === 'found true' || knownBy === 'checked by') &&
    fact.reviewBy !== undefined &&
    checkedOn >= lastDayOf(fact.reviewBy);
  const dates = [
    ...(fact.reviewBy === undefined || isReviewed ? [] : [fact.reviewBy]),
    ...(afterDays === undefined ? [] : [addDays(checkedOn, afterDays)]),
  ];
  const due = dates.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1))[0];
  return {
    lastChecked,
    knownBy,
    days: Math.max(0, (Date.parse(today) - Date.parse(checkedOn)) / DAY_MS),
    ...(due !== undefined && { due }),
    isOverdue: due !== undefined && lastDayOf(due) < today,
  };
}

/** A check in the future is a slip of the pen: nobody has made it. */
function findLastCheck(
  { checkedBy, source }: Reviewable,
  { today, foundTrueOn }: ReviewRule,
): Pick<Review, 'lastChecked' | 'knownBy'> {
  const written = checkedBy === undefined ? undefined : dateInText(checkedBy);
  const checked = written !== undefined && written <= today ? written : undefined;
  if (foundTrueOn !== undefined && (checked === undefined || lastDayOf(checked) <= foundTrueOn))
    return { lastChecked: foundTrueOn, knownBy: 'found true' };
  if (checked !== undefined) return { lastChecked: checked, knownBy: 'checked by' };
  if (source.accessed !== undefined) return { lastChecked: source.accessed, knownBy: 'accessed' };
  return { lastChecked: sourceDate(source), knownBy: 'published' };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
