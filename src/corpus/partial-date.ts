const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Whether a text is a date as exact as it is known: `2024`, `2024-11` or `2024-11-20`.
 * The day must exist (no 31 February); the year is 1000 or later.
 */
export function isPartialDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2] ?? '01');
  const day = Number(match[3] ?? '01');
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The last day (`2024-11-30`) of a partial date (`2024-11`): all of what it says is over when this day is. */
export function lastDayOf(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The moment a text such as `2026-12-01T06:00:00Z` names; undefined without a zone or when it does not exist. */
export function parseMoment(text: string): Date | undefined {
  const match = MOMENT.exec(text);
  if (!match?.[1] || !isPartialDate(match[1])) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
