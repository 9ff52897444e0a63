import { isZoneName } from './local-offset.ts';
import { MONTHS } from './month-names.ts';
import { toDay, type WrittenMoment } from './written-moment.ts';
import { findZone, type Zone } from './zones.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What the tokens of a date have said so far. No part may be said twice. */
interface Parts {
  day?: number;
  month?: number;
  year?: number;
  time?: string;
  zone?: Zone;
  weekday?: number;
}

type Groups = Readonly<Record<string, string | undefined>>;
/** What a token adds; undefined when it makes no sense, and then the whole text is not read. */
type Reader = (groups: Groups, before: Parts) => Parts | undefined;

interface Token {
  readonly pattern: RegExp;
  readonly read: Reader;
}

const MONTH = String.raw`(?<month>${MONTHS.join('|')})[a-z]{0,6}\.?`;
const NUMBER = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)`;
/** Two digits may be the hour that comes next. */
const YEAR = String.raw`(?:(?<year>\d{4})|['’]?(?<short>\d\d))(?![\d:.]|\s?[ap]\.?m)`;
const AFTERNOON = String.raw`(?: ?(?<half>[ap])\.? ?m\b\.?)`;
const SECONDS = String.raw`(?:[:.](?<second>\d\d))?(?:[.,]\d{1,9})?(?![\d:])`;
const HOURS = '(?:hours|hrs|h)';

/** Patterns of the beginning of what is left; the first that fits is read. */
const GRAMMAR: readonly (readonly [pattern: string, read: Reader])[] = [
  [String.raw`(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)T?`, readNumbers],
  [String.raw`(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<year>\d{4})(?!\d)`, readEitherWay],
  [`${NUMBER}(?: of)?[ ./-]?${MONTH}(?:[ ,./-]{1,2}${YEAR})?`, readNamedMonth],
  [String.raw`${MONTH}[ -]?${NUMBER}(?!:)(?:[ ,-]{1,2}(?<year>\d{4})(?![\d:.]))?`, readNamedMonth],
  [
    String.raw`(?<hour>\d{1,2})[:.](?<minute>\d\d)${SECONDS}${AFTERNOON}?(?: noon)?(?: ?${HOURS}\b)?`,
    readTime,
  ],
  [String.raw`(?<hour>\d{1,2})${AFTERNOON}`, readTime],
  [String.raw`(?:12 )?noon\b`, readNoon],
  // 0001 GMT, 1730 hours. What begins with 19 or 20 may be a year.
  [String.raw`(?<hour>0\d|1[0-8]|2[1-3])(?<minute>[0-5]\d)(?: ?${HOURS})?(?=\s|[A-Z]|$)`, readTime],
  [String.raw`(?<year>(?:19|20)\d\d)(?!\d)`, readYear],
  [
    String.raw`\(?(?:GMT|UTC|UT)? ?(?<sign>[+\u2212-])(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?(?!\d)\)?`,
    readOffset,
  ],
  [String.raw`\[?(?<name>[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+){1,2})\]?`, readPlace],
  [String.raw`(?<name>${WEEKDAYS.join('|')})[a-z]{0,6}\b\.?`, readWeekday],
  // What stands around dates.
  ['(?:first |last )?(?:updated|published|posted|modified|created|issued)(?: on| at)?\\b:?', readNothing],
  ['(?:on|at|the|of|date|time|local time)\\b:?', readNothing],
  [String.raw`\(?(?<name>[A-Z]{1,11}(?: [A-Z]{1,11}){0,3} time|[A-Z]{1,5})\b\)?`, readZoneName],
];
const TOKENS: readonly Token[] = GRAMMAR.map(([pattern, read]) => ({
  pattern: new RegExp(`^(?:${pattern})`, 'i'),
  read,
}));

/** What may stand between two tokens. */
const BETWEEN = /^(?:[\s,;|()·•–—]|-(?= ))+/;
/** The weekday of another language, where feeds have one. */
const FOREIGN_WEEKDAY = /^\p{Lu}?\p{Ll}{1,3}\.?, /u;

/**
 * Reads a date word by word, in whatever order its parts stand: `Updated 10:53 AM ET, Wed November 18, 2020`. Undefined
 * when a word is not understood, a part is missing, or one is said twice.
 */
export function parseDateTokens(line: string): WrittenMoment | undefined {
  const foreign = FOREIGN_WEEKDAY.exec(line);
  return parse(line) ?? (foreign ? parse(line.slice(foreign[0].length)) : undefined);
}

function parse(line: string): WrittenMoment | undefined {
  let parts: Parts = {};
  let rest = line;
  while (rest !== '') {
    const read = readToken(rest, parts);
    if (!read) return undefined;
    parts = { ...parts, ...read.parts };
    rest = rest.slice(read.length).replace(BETWEEN, '');
  }
  const { day, month, year, time, zone, weekday } = parts;
  const date = toDay(year ?? 0, month ?? 0, day ?? 0);
  return date === undefined ? undefined : { day: date, time, zone, weekday };
}

function readToken(
  rest: string,
  before: Parts,
): { readonly parts: Parts; readonly length: number } | undefined {
  for (const { pattern, read } of TOKENS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const parts = read(match.groups ?? {}, before);
    const isDouble = parts && Object.keys(parts).some((name) => name in before);
    if (!parts || (isDouble && !isSameZone(parts, before))) return undefined;
    return { parts: isDouble ? {} : parts, length: match[0].length };
  }
  return undefined;
}

/** `GMT+0200 (CEST)`, `+01:00[Europe/Oslo]`: the offset says it all. */
function isSameZone({ zone, ...others }: Parts, before: Parts): boolean {
  const isOffset = /^(?:Z$|[+-])/.test(before.zone?.[0] ?? '');
  return zone !== undefined && Object.keys(others).length === 0 && isOffset;
}

function readNumbers({ year, month, day }: Groups): Parts {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** `20/11/2026` and `11/20/2026` are one day each, `11/12/2026` is two. */
function readEitherWay({ first, second, year }: Groups): Parts | undefined {
  const [one, other] = [Number(first), Number(second)];
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  const [day, month] = one > 12 ? [one, other] : [other, one];
  return { year: Number(year), month, day };
}

function readNamedMonth({ day, month = '', year, short }: Groups): Parts {
  const named = { day: Number(day), month: MONTHS.indexOf(month.toLowerCase()) + 1 };
  if (year === undefined && short === undefined) return named;
  // RFC 2822 draws the line there.
  return {
    ...named,
    year: year === undefined ? Number(short) + (Number(short) < 50 ? 2000 : 1900) : Number(year),
  };
}

/** `9:30 PM`, `9 p.m.`, `21:30`. `13:30 AM` and `0:30 PM` are no times. */
function readTime({ hour, minute = '00', second = '00', half }: Groups) {
  const written = Number(hour);
  const isAfternoon = half?.toLowerCase() === 'p';
  if (half && (isAfternoon ? written === 0 : written > 12)) return undefined;
  const hours = half && written <= 12 ? (written % 12) + (isAfternoon ? 12 : 0) : written;
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return { time: `${String(hours).padStart(2, '0')}:${minute}:${second}` };
}

function readOffset({ sign, hours = '', minutes = '00' }: Groups) {
  if (Number(hours) > 14) return undefined;
  return { zone: [`${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`] };
}

function readNoon(): Parts {
  return { time: '12:00:00' };
}

/** A year comes after its month: what comes before may be a time. */
function readYear({ year }: Groups, { month }: Parts): Parts | undefined {
  return month === undefined ? undefined : { year: Number(year) };
}

function readPlace({ name = '' }: Groups): Parts | undefined {
  return isZoneName(name) ? { zone: [name] } : undefined;
}

function readZoneName({ name = '' }: Groups): Parts | undefined {
  const zone = findZone(name);
  return zone && { zone };
}

function readWeekday({ name = '' }: Groups): Parts {
  return { weekday: WEEKDAYS.indexOf(name.toLowerCase()) };
}

function readNothing(): Parts {
  return {};
}
