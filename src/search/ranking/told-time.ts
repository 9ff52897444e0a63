import { SPELLING } from '../text/split-words.ts';
import { spanOfDate, type TimeSpan, timeFit, YEAR } from '../text/time-span.ts';
import type { Evidence } from './evidence.ts';

/** Whether an example query holds every year that is asked for. */
function isYearInLines({ context: { query }, lines }: Evidence): boolean {
  let years = 0;
  for (let i = 0; i < query.terms.length; i++) {
    if (((query.terms[i]?.spelling ?? 0) & SPELLING.year) === 0) continue;
    if (lines.certainties[i] === 0) return false;
    years++;
  }
  return years > 0;
}

/** How well the times that are told answer for one that is asked for, 0 to 1. */
function bestFit(asked: TimeSpan, told: readonly TimeSpan[]): number {
  let best = 0;
  for (const one of told) best = Math.max(best, timeFit(asked, one));
  return best;
}

/** What was said at the time may be of any other: so much of a time is told by when a passage was said. */
const TOLD_BY_DATE = 0.5;

/** How well a passage that names no time answers for one, by when it was said. */
function fitOfDate(asked: TimeSpan, { context: { index }, ordinal }: Evidence): number {
  const { asOf, isUndated } = index.passages.metadataAt(ordinal);
  return isUndated ? 0 : TOLD_BY_DATE * timeFit(asked, spanOfDate(asOf));
}

/**
 * How far a time is asked for that the passage does not tell of, 0 to 1: the worst of all that are asked for. 0 where
 * none is.
 */
export function timeNotTold(evidence: Evidence): number {
  const {
    context: { query },
    times: told,
  } = evidence;
  if (query.times.length === 0 || isYearInLines(evidence)) return 0;
  let worst = 0;
  for (const asked of query.times) {
    const fit = told.length > 0 ? bestFit(asked, told) : fitOfDate(asked, evidence);
    worst = Math.max(worst, 1 - fit);
  }
  return worst;
}

/** Whether a passage names times, and one of them for each that is asked for: "from 1985 to 1992" for 1990. */
export function tellsOfTimeAsked({ context, times: told }: Evidence): boolean {
  const { times } = context.query;
  return times.length > 0 && times.every((asked) => bestFit(asked, told) > 0);
}

/** Whether a passage names times, and none of them is one that is asked for: "from 1985 to 1992" for 1994. */
export function isOfOtherTime(evidence: Evidence): boolean {
  const { context, times: told } = evidence;
  const { times } = context.query;
  if (times.length === 0 || told.length === 0 || isYearInLines(evidence)) return false;
  for (const asked of times) if (bestFit(asked, told) > 0) return false;
  return true;
}

/** A year may also be when something was said; a longer time is what it was said of. */
const isLongerThanYear = ({ from, to }: TimeSpan) => to - from >= YEAR;

/** Whether longer times than a year are asked for, and a passage tells of the very same: "since 2022". */
export function tellsVeryTimes({ context, times: told }: Evidence): boolean {
  const { times } = context.query;
  const isTold = ({ from, to }: TimeSpan) => told.some((one) => one.from === from && one.to === to);
  return times.length > 0 && times.every((asked) => isLongerThanYear(asked) && isTold(asked));
}
