const HOUR_MS = 3_600_000;

/** An offset such as `+05:30` or `Z` in milliseconds; undefined for what is no offset. */
export function parseOffset(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60) * HOUR_MS;
}

/** Whether the name is that of a zone, by IANA (`Europe/Oslo`). */
export function isZoneName(name: string): boolean {
  try {
    return openFormat(name) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The offsets that a zone (IANA name) has at a local time, the earlier moment first. Two where clocks are put back, and
 * the hour comes twice; and two where they are put forward, and it does not come at all: before and after.
 */
export function offsetsAt(zone: string, day: string, time: string): readonly string[] {
  const local = Date.parse(`${day}T${time}Z`);
  const format = openFormat(zone);
  const around = [...new Set([-24, 24].map((hours) => offsetOf(format, local + hours * HOUR_MS)))];
  const exact = around.filter((offset) => offsetOf(format, local - (parseOffset(offset) ?? 0)) === offset);
  const found = exact.length > 0 ? exact : around;
  return found.sort((a, b) => (parseOffset(b) ?? 0) - (parseOffset(a) ?? 0));
}

/** A moment of universal time as the clock in a zone (IANA name) showed it. */
export function toLocal(moment: string, zone: string): string {
  const instant = Date.parse(moment);
  return atOffset(instant, offsetOf(openFormat(zone), instant));
}

/** An instant in milliseconds as a clock with that offset shows it. */
export function atOffset(instant: number, offset: string): string {
  const local = new Date(instant + (parseOffset(offset) ?? 0)).toISOString();
  return local.replace(/(?:\.000)?Z$/, parseOffset(offset) === 0 ? 'Z' : offset);
}

/** Making one takes longer than reading an article, and an import needs one or two. */
const formats = new Map<string, Intl.DateTimeFormat>();

function openFormat(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}

function offsetOf(format: Intl.DateTimeFormat, instant: number): string {
  return /GMT([+-]\d\d:\d\d)/.exec(format.format(instant))?.[1] ?? '+00:00';
}
