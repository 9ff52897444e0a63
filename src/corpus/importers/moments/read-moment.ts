import { atOffset, isZoneName, offsetsAt, parseOffset, toLocal } from './local-offset.ts';
import { parseWritten } from './parse-written.ts';
import type { WrittenMoment } from './written-moment.ts';
import { findZone, type Zone } from './zones.ts';

/** How programs and people write that there is no date. .NET means none by the year 1, MySQL by the year 0. */
const NO_DATE =
  /^(?:(?:0000-00-00|0001-01-01)(?:[T ].*)?|none|null|nil|n\/?a|unknown|undefined|undated|n\.?d\.?|[-–—]+)$/i;

/** Whether a text says that there is no date. */
export function isNoDate(text: string): boolean {
  return NO_DATE.test(text.trim());
}

/**
 * A date and time in one of the forms that news formats and people use, as ISO 8601 with a zone. Undefined for what is
 * not one. Universal time becomes that of `timezone`, so that the day is the one on which its readers read it.
 * @param timezone IANA name, offset or abbreviation: the zone of a text that names none. @default universal time
 */
export function readMoment(text: string, timezone?: string): string | undefined {
  const written = parseWritten(text);
  if (!written) return undefined;
  const place = knownZone(timezone);
  const [moment = ''] = momentsOf(written, place ?? 'Z', place);
  // Programs that know the day alone write it as midnight.
  const isDay = written.time === undefined || /^00:00:00/.test(written.time);
  return place && !isDay && written.zone && isUniversal(written.zone) ? inZone(moment, place) : moment;
}

/**
 * The end of an embargo. One without a zone ends when that hour has come everywhere on earth, and one in a zone whose
 * name has several meanings in the last of them: a desk that waits some hours too long has lost less than one that
 * broke its word. Undefined also for a day of the week that is not that of the date.
 */
export function readEmbargo(text: string, timezone?: string): string | undefined {
  const place = knownZone(timezone);
  return rightsMomentsOf(text, place ?? '-12:00', place).at(-1);
}

/** The end of the right to use an item: the earliest moment it can mean. */
export function readExpiry(text: string, timezone?: string): string | undefined {
  const place = knownZone(timezone);
  return rightsMomentsOf(text, place ?? '+14:00', place)[0];
}

/** Whether a date names its zone by a name that has several meanings, such as IST. */
export function hasAmbiguousZone(text: string): boolean {
  // All such names are of capitals, and most dates have none.
  return /[A-Z]{3}/.test(text) && (parseWritten(text)?.zone?.length ?? 0) > 1;
}

/** The offset (`+02:00`) of a moment that is not in universal time: that of whoever wrote it. */
export function offsetOf(moment: string | undefined): string | undefined {
  const offset = moment && /[+-]\d\d:\d\d$/.exec(moment)?.[0];
  return offset === undefined || offset === '' || parseOffset(offset) === 0 ? undefined : offset;
}

function rightsMomentsOf(text: string, zoneless: string, place: string | undefined): readonly string[] {
  const written = parseWritten(text);
  if (!written) return [];
  const { day, weekday } = written;
  const isContradiction = weekday !== undefined && new Date(`${day}T00:00Z`).getUTCDay() !== weekday;
  return isContradiction ? [] : [...momentsOf(written, zoneless, place)].sort(byInstant);
}

/** Every moment that a text can mean, the likeliest first. */
function momentsOf(
  { day, time = '00:00:00', zone }: WrittenMoment,
  zoneless: string,
  place: string | undefined,
) {
  const offsets = (zone ?? [zoneless]).flatMap((one) => offsetsIn(one, day, time));
  // Where the clocks of the place agree with one meaning of the name, it is that.
  const local = zone && zone.length > 1 && place ? offsetsIn(place, day, time) : [];
  const agreed = offsets.filter((offset) => local.includes(offset));
  return (agreed.length > 0 ? agreed : offsets).map((offset) => `${day}T${time}${offset}`);
}

function offsetsIn(zone: string, day: string, time: string): readonly string[] {
  return parseOffset(zone) === undefined ? offsetsAt(zone, day, time) : [zone];
}

function knownZone(timezone: string | undefined): string | undefined {
  if (timezone === undefined) return undefined;
  const named = findZone(timezone);
  if (named?.length === 1) return named[0];
  return parseOffset(timezone) !== undefined || isZoneName(timezone) ? timezone : undefined;
}

function isUniversal(zone: Zone): boolean {
  return zone.length === 1 && zone[0] !== undefined && parseOffset(zone[0]) === 0;
}

function inZone(moment: string, place: string): string {
  return parseOffset(place) === undefined ? toLocal(moment, place) : atOffset(Date.parse(moment), place);
}

function byInstant(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}
