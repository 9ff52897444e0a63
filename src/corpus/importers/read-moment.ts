import { isPartialDate } from '../partial-date.ts';

/** A date and time as it was written, and whether it said in which zone. */
interface Written {
  readonly day: string;
  readonly time: string;
  readonly zone: string | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zones of RFC 822, and the two of the European mainland that feeds use. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}; // prettier-ignore

const SECONDS = String.raw`(?::?(?<second>[0-5]\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const TIME = String.raw`(?<hour>[01]?\d|2[0-3]):?(?<minute>[0-5]\d)${SECONDS}`;
const ZONE = String.raw`(?<zone>[A-Z]{1,4}|[+-]\d\d:?\d\d)?`;
const PATTERNS: readonly RegExp[] = [
  // 2026-11-20, 20261120+0100, 2026-11-20T09:30:00.123+02:00, 20261120T093000Z
  new RegExp(String.raw`^(?<year>\d{4})-?(?<month>\d\d)-?(?<day>\d\d)(?:[T ]${TIME})? ?${ZONE}$`, 'i'),
  // Fri, 20 Nov 2026 09:30:00 +0200, 20 November 2026
  new RegExp(
    String.raw`^(?:[a-z]{3,9},? )?(?<day>\d{1,2}) (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})(?:,? ${TIME} ?${ZONE})?$`,
    'i',
  ),
  // November 20, 2026, Nov. 20, 2026 09:30 GMT
  new RegExp(
    String.raw`^(?:[a-z]{3,9},? )?(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})(?:,? ${TIME} ?${ZONE})?$`,
    'i',
  ),
];

/**
 * A date and time in one of the forms that news formats use, as ISO 8601 with a zone. Undefined for what is not
 * one, for days that do not exist, and for `11/12/2026`, which is a different day on each side of the Atlantic.
 * @param zoneless The zone of a text that names none.
 */
export function readMoment(text: string, zoneless = 'Z'): string | undefined {
  const written = readWritten(text.trim().replace(/\s+/g, ' '));
  return written && `${written.day}T${written.time}${written.zone ?? zoneless}`;
}

/**
 * The end of an embargo. One without a zone ends when that hour has come everywhere on earth: a desk that waits
 * some hours too long has lost less than one that broke its word.
 */
export function readEmbargo(text: string): string | undefined {
  return readMoment(text, '-12:00');
}

/** The end of the right to use an item. Without a zone it comes when that hour has come anywhere on earth. */
export function readExpiry(text: string): string | undefined {
  return readMoment(text, '+14:00');
}

function readWritten(text: string): Written | undefined {
  for (const pattern of PATTERNS) {
    const parts = pattern.exec(text)?.groups;
    if (!parts) continue;
    const day = toDay(parts);
    return day === undefined ? undefined : { day, time: toTime(parts), zone: toZone(parts.zone) };
  }
  return undefined;
}

function toDay({ year, month = '', day = '' }: Readonly<Record<string, string | undefined>>) {
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const text = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPartialDate(text) ? text : undefined;
}

function toTime({
  hour = '0',
  minute = '00',
  second = '00',
  fraction,
}: Readonly<Record<string, string | undefined>>) {
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  return fraction && Number(fraction) > 0 ? `${time}.${fraction.slice(0, 3)}` : time;
}

/** A zone nobody knows counts as none. */
function toZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const offset = /^([+-]\d\d):?(\d\d)$/.exec(zone);
  return offset ? `${offset[1]}:${offset[2]}` : ZONES[zone.toUpperCase()];
}
