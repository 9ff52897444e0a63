import { CommandError } from './command-error.ts';

const MOMENT =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<minute>\d{2}:\d{2})(?<second>:\d{2})?(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The end of the day, minute or second that is named, in UTC where no zone is: `2026-11-30`, `2026-11-30T09:12`,
 * `2026-11-30T09:12:30+01:00`. Throws CommandError for anything else.
 */
export function readMoment(written: string): Date {
  const { day = '', minute = '23:59', second, zone = 'Z' } = MOMENT.exec(written.trim())?.groups ?? {};
  const seconds = second ?? ':59';
  const moment = new Date(`${day}T${minute}${seconds}.999${zone}`);
  const isDay = new Date(`${day}T00:00Z`);
  if (
    Number.isNaN(moment.getTime()) ||
    Number.isNaN(isDay.getTime()) ||
    !isDay.toISOString().startsWith(day)
  ) {
    throw new CommandError(
      `"${written}" is no time. Write a day or a time such as 2026-11-30 or 2026-11-30T09:12 ` +
        '(UTC, unless it ends in a zone such as +01:00).',
    );
  }
  return moment;
}
