import { parseDateTokens } from './date-tokens.ts';
import { toDay, type WrittenMoment } from './written-moment.ts';
import { findZone, type Zone } from './zones.ts';

const SECONDS = String.raw`(?::?(?<second>[0-5]\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const TIME = String.raw`(?<hour>[01]\d|2[0-3]):?(?<minute>[0-5]\d)${SECONDS}`;
/**
 * What programs write: 2026-11-20, 20261120+0100, 2026-11-20T09:30:00.123+02:00, 20261120T093000Z. Most dates are such.
 */
const ISO = new RegExp(
  String.raw`^(?<year>\d{4})(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)(?:[T ]${TIME})? ?(?<zone>Z|[+-]\d\d:?\d\d)?$`,
  'i',
);
/** 20261120093000 */
const DIGITS =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>[0-5]\d)$/;
/** Seconds since 1970, up to the year 2030 (2026112009 may be a day and an hour), and milliseconds. */
const EPOCH = /^(?:1[0-8]\d{8}|[12]\d{12})$/;

const LONGEST = 120;

/**
 * Reads a date and time in one of the forms that news formats and people use. Undefined for what is not one, for days
 * that do not exist, for `11/12/2026`, which is a different day on each side of the Atlantic, and where anything stands
 * beside the date that is not understood.
 */
export function parseWritten(text: string): WrittenMoment | undefined {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length > LONGEST) return undefined;
  if (EPOCH.test(line)) return fromEpoch(Number(line) * (line.length === 10 ? 1000 : 1));
  const parts = (ISO.exec(line) ?? DIGITS.exec(line))?.groups;
  if (!parts) return parseDateTokens(line);
  const day = toDay(Number(parts.year), Number(parts.month), Number(parts.day));
  if (day === undefined) return undefined;
  const { hour, minute = '', second = '00', fraction = '' } = parts;
  const time = hour === undefined ? undefined : toTime({ hour, minute, second, fraction });
  return { day, time, zone: parts.zone === undefined ? undefined : toZone(parts.zone), weekday: undefined };
}

function fromEpoch(milliseconds: number): WrittenMoment {
  const [day = '', time = ''] = new Date(milliseconds)
    .toISOString()
    .replace(/\.000Z$|Z$/, '')
    .split('T');
  return { day, time, zone: ['Z'], weekday: undefined };
}

function toTime({ hour, minute, second, fraction }: Readonly<Record<string, string>>): string {
  const time = `${hour}:${minute}:${second}`;
  return Number(fraction) > 0 ? `${time}.${fraction?.slice(0, 3)}` : time;
}

function toZone(zone: string): Zone | undefined {
  const offset = /^([+-]\d\d):?(\d\d)$/.exec(zone);
  return offset ? [`${offset[1]}:${offset[2]}`] : findZone(zone);
}
