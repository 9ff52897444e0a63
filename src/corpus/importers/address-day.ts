import { isPartialDate } from '../partial-date.ts';

/** The day that an address names, as in "/2026/11/20/ferry": publishers put the day of publication there. */
export function addressDay(address: string): string | undefined {
  const date = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/._-]|$)/.exec(address);
  const day = date ? `${date[1]}-${date[2]}-${date[3]}` : '';
  return isPartialDate(day) ? day : undefined;
}

/**
 * The day in the zone of its newsroom on which an article appeared, where its moment is in universal time and its
 * address names the day before or after, which it was there at that moment. Undefined where it tells no other day.
 */
export function localDay(moment: string, address: string): string | undefined {
  if (!/(?:Z|[+-]00:00)$/.test(moment)) return undefined;
  const day = addressDay(address);
  if (day === undefined || moment.startsWith(day)) return undefined;
  const instant = Date.parse(moment);
  const shown = [WESTMOST, EASTMOST].map((hours) =>
    new Date(instant + hours * HOUR_MS).toISOString().slice(0, 10),
  );
  return shown.includes(day) ? day : undefined;
}

const HOUR_MS = 3_600_000;
/** Hours of the clocks that are the farthest from universal time. */
const WESTMOST = -12;
const EASTMOST = 14;
