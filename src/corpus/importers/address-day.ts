import { isPartialDate } from '../partial-date.ts';

/** The day that an address names, as in "/2026/11/20/ferry": publishers put the day of publication there. */
export function addressDay(address: string): string | undefined {
  const date = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/._-]|$)/.exec(address);
  const day = date ? `${date[1]}-${date[2]}-${date[3]}` : '';
  return isPartialDate(day) ? day : undefined;
}

/**
 * The day on which an article appeared in the zone of its newsroom, where its moment is in universal time and the first
 * of the days that its page or address shows is the day before or after. Undefined where the day of the moment is
 * shown, too, and where that was not the day of any newsroom at that moment.
 */
export function localDay(moment: string, shown: readonly (string | undefined)[]): string | undefined {
  const [day] = shown;
  if (!isUniversal(moment) || day === undefined || shown.includes(moment.slice(0, 10))) return undefined;
  const instant = Date.parse(moment);
  const days = [WESTMOST, EASTMOST].map((hours) =>
    new Date(instant + hours * HOUR_MS).toISOString().slice(0, 10),
  );
  return days.includes(day) ? day : undefined;
}

/** Whether a moment (ISO 8601) is in universal time, as programs write it wherever they run. */
export function isUniversal(moment: string): boolean {
  return /T[^T]{0,40}(?:Z|[+-]00:00)$/.test(moment);
}

const HOUR_MS = 3_600_000;
/** Hours of the clocks of California and New Zealand: beyond them are hardly any newsrooms. */
const WESTMOST = -8;
const EASTMOST = 13;
