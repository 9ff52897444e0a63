import { MONTH } from './month-names.ts';

/** What a figure measures; everything that has no unit of its own is counted. */
type Quantity = 'count' | 'share' | 'money' | 'area' | 'length' | 'time' | 'weight';

/** A figure in a text: `4,710 people`, `70 million dollars`, `85 percent`. */
export interface Figure {
  /** The same for the same figure, however it is written: `4710`, `70 million`. */
  readonly value: string;
  readonly quantity: Quantity;
  /** The word behind the number, in small letters: mostly what is counted; empty where there is none. */
  readonly noun: string;
  /** UTF-16 offsets in the text, from the number to the end of the noun. */
  readonly start: number;
  readonly end: number;
}

const SMALL_NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** "One" is as often "somebody" or "a". */
const NUMBER_WORD = SMALL_NUMBERS.slice(2).join('|');
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])([$€£])?(\\d[\\d.,]*\\d|\\d|(?:${NUMBER_WORD})\\b)(?![\\p{L}\\p{N}])(?: (million|billion|trillion))?(?:[ -]?(%|[\\p{L}²]+))?`,
  'giu',
);
/** Dates and numbers of articles are figures of another kind: "20 November 2024", "since 2022", "Article 5". */
const NO_FIGURE = new RegExp(
  `\\b\\d{1,2} (?:${MONTH})\\b|\\b(?:${MONTH}) \\d{1,2}\\b|\\b(?:1[6-9]|20)\\d\\d\\b(?![,.]\\d)|\\bArticle \\d+`,
  'gu',
);
const UNITS: Readonly<Record<Exclude<Quantity, 'count'>, RegExp>> = {
  share: /^(?:%|per|percent|percentage)$/i,
  money: /^(?:dollars?|euros?|pounds?|roubles?|rubles?|hryvnias?)$/i,
  area: /^(?:square|sq|hectares?|acres?|km²|m²)$/i,
  length: /^(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|miles?|feet|km)$/i,
  time: /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)$/i,
  weight: /^(?:tonn?es?|tons?|kilograms?|kilos?|kg|grams?)$/i,
};

/** Every figure of a text, in its order. Dates are none. */
export function readFigures(text: string): readonly Figure[] {
  const withoutDates = text.replace(NO_FIGURE, (date) => ' '.repeat(date.length));
  return [...withoutDates.matchAll(FIGURE)].map((match): Figure => {
    const [whole, currency, number = '', scale, unit = ''] = match;
    return {
      value: [plainNumber(number), scale?.toLowerCase()].filter(Boolean).join(' '),
      quantity: currency === undefined ? quantityOf(unit) : 'money',
      noun: unit.toLowerCase(),
      start: match.index,
      end: match.index + whole.length,
    };
  });
}

function plainNumber(number: string): string {
  const small = SMALL_NUMBERS.indexOf(number.toLowerCase());
  return small < 0 ? number.replaceAll(',', '') : String(small);
}

function quantityOf(unit: string): Quantity {
  if (UNITS.share.test(unit)) return 'share';
  if (UNITS.money.test(unit)) return 'money';
  if (UNITS.area.test(unit)) return 'area';
  if (UNITS.length.test(unit)) return 'length';
  if (UNITS.time.test(unit)) return 'time';
  return UNITS.weight.test(unit) ? 'weight' : 'count';
}

/** Questions that a figure answers. */
const ASKS_FOR_FIGURE =
  /\bhow (?:many|much|big|large|high|long|far|old|often)\b|\b(?:number|toll|total|figure|count|share|percentage|percent|proportion) of\b|\bwhat (?:share|percentage|percent|proportion|number|figure)\b/i;

/** Whether a figure answers a question. */
export function asksForFigure(question: string): boolean {
  return ASKS_FOR_FIGURE.test(question);
}

/** The figures of a text by their values. */
export function figuresIn(text: string): ReadonlySet<string> {
  return new Set(readFigures(text).map(({ value }) => value));
}

/** Whether two texts give figures and have none in common. */
export function giveOtherFigures(a: string, b: string): boolean {
  const [ofA, ofB] = [figuresIn(a), figuresIn(b)];
  return ofA.size > 0 && ofB.size > 0 && [...ofA].every((figure) => !ofB.has(figure));
}

const YEAR = /\b(?:1[6-9]|20)\d\d\b/g;
const yearsIn = (text: string) => new Set(text.match(YEAR) ?? []);

/** What was counted in 2022 does not dispute what was counted in 2023. */
export function speakOfOtherYears(a: string, b: string): boolean {
  const [yearsOfA, yearsOfB] = [yearsIn(a), yearsIn(b)];
  return yearsOfA.size > 0 && yearsOfB.size > 0 && [...yearsOfA].every((year) => !yearsOfB.has(year));
}
