import { wordList } from './word-list.ts';

const UNITS =
  wordList(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen`);
const TENS = wordList('twenty thirty forty fifty sixty seventy eighty ninety');
/** The ordinals in words, `first` first. */
export const ORDINALS =
  wordList(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`);

/** The number words up to ninety, in their order. */
export const NUMBER_FORMS: readonly string[] = [...UNITS, ...TENS];

/** Value of a number word up to ninety. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** The letters behind an ordinal in digits: `1st`, `112th`, `22nd`. */
export function endingOf(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return (isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) ?? 'th';
}

/** `1st` is searched as `first`; beyond the twentieth, ordinals are searched in digits. */
export const ORDINAL_WORDS: ReadonlyMap<string, string> = new Map(
  ORDINALS.map((word, i) => [`${i + 1}${endingOf(i + 1)}`, word]),
);

/** Ordinals that end a number in words: the `first` of `twenty-first`. */
export const ORDINAL_UNITS: ReadonlyMap<string, number> = new Map(
  ORDINALS.slice(0, 9).map((word, i) => [word, i + 1]),
);

const ORDINAL_NUMBERS: ReadonlyMap<string, number> = new Map(ORDINALS.map((word, i) => [word, i + 1]));

/** The number of an ordinal as it is searched: `eighth`, `8th`, `30th`; undefined for any other word. */
export function ordinalValue(form: string): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(form) ?? [];
  return digits === undefined ? ORDINAL_NUMBERS.get(form) : Number(digits);
}

/** Whether a word, as it is searched, is an ordinal: `eighth`, `112th`. */
export const isOrdinal = (form: string): boolean =>
  ORDINAL_NUMBERS.has(form) || /^\d+(?:st|nd|rd|th)$/.test(form);

/** `thirtieth` is searched as `30th`. */
export const ORDINAL_TENS: ReadonlyMap<string, string> = new Map(
  TENS.slice(1).map((word, i) => [word.replace(/y$/, 'ieth'), `${(i + 3) * 10}th`]),
);

/** The tens of a decade in words: `nineties`. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  TENS.map((word, i) => [word.replace(/y$/, 'ies'), (i + 2) * 10]),
);

/** Words that multiply the number before them. They stay words of their own: `5 million`. */
export const SCALES = [
  { word: 'trillion', value: 1e12 },
  { word: 'billion', value: 1e9 },
  { word: 'million', value: 1e6 },
  { word: 'thousand', value: 1e3 },
] as const;

/** Letters written behind digits, and the word they are searched as. */
export const NUMBER_SUFFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'thousand',
    m: 'million',
    mn: 'million',
    b: 'billion',
    bn: 'billion',
    tn: 'trillion',
    km: 'kilometer',
    kg: 'kilogram',
    cm: 'centimeter',
    mm: 'millimeter',
    ft: 'foot',
    lb: 'pound',
    lbs: 'pound',
    mph: 'mph',
    am: 'am',
    pm: 'pm',
    pc: 'percent',
    pct: 'percent',
  }),
);

/** Signs that are searched as the word they are read as. */
export const SIGN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'dollar',
    '€': 'euro',
    '£': 'pound',
    '¥': 'yen',
    '%': 'percent',
    '°': 'degree',
    '½': 'half',
    '¼': 'quarter',
  }),
);

/**
 * A number in digits as it is searched: a round number is parted into digits and scale, so that `5,000`,
 * `5 thousand` and `five thousand` are the same words. Decimals keep no zeros at their end.
 */
export function spellNumber(digits: string): readonly [number: string, scale?: string] {
  if (!/^\d+(\.\d+)?$/.test(digits) || digits.length > 15) return [digits];
  const value = Number(digits);
  const scale = SCALES.find((candidate) => value >= candidate.value);
  // Two decimals of a scale are what people say: 2.55 million, but 2,551,300.
  if (!scale || value % (scale.value / (scale.value > 1e3 ? 100 : 1)) !== 0) {
    return [digits.includes('.') ? String(value) : digits];
  }
  return [String(value / scale.value), scale.word];
}
