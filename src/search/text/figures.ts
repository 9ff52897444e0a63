import { MONTH } from './months.ts';
import { NUMBER_FORMS, NUMBER_WORDS } from './number-words.ts';
import { type MeasuredQuantity, UNITS } from './units.ts';

/** What a figure measures; everything that has no unit of its own is counted. */
export type Quantity = MeasuredQuantity | 'count';

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

/** "One" is as often "somebody" or "a", and "zero" a start. */
const NUMBER_WORD = NUMBER_FORMS.slice(2).join('|');
const FIGURE = new RegExp(
  [
    `(?<![\\p{L}\\p{N}.,-])([$€£¥])?(\\d[\\d.,]*\\d|\\d|(?:${NUMBER_WORD})\\b(?!-))(?![\\p{L}\\p{N}])`,
    '(?: (million|billion|trillion))?(?:[ -]?(%|per cent\\b|[\\p{L}²]+))?',
  ].join(''),
  'giu',
);
/** Dates and numbers of articles are figures of another kind: "20 November 2024", "since 2022", "Article 5". */
const NO_FIGURE = new RegExp(
  [
    `\\b\\d{1,2} (?:${MONTH})\\b`,
    `\\b(?:${MONTH})\\.? \\d{1,2}\\b`,
    '\\b(?:1[6-9]|20)\\d\\d\\b(?![,.]\\d)',
    '\\bArticle \\d+',
  ].join('|'),
  'gu',
);
const QUANTITY_OF: ReadonlyMap<string, Quantity> = new Map([
  ['%', 'share'],
  ['per cent', 'share'],
  ...Object.entries(UNITS).flatMap(([quantity, units]) =>
    units.map((unit): [string, Quantity] => [unit, quantity as MeasuredQuantity]),
  ),
]);

/** Every figure of a text, in its order. Dates are none. */
export function readFigures(text: string): readonly Figure[] {
  const withoutDates = text.replace(NO_FIGURE, (date) => ' '.repeat(date.length));
  return [...withoutDates.matchAll(FIGURE)].map((match): Figure => {
    const [whole, currency, number = '', scale, unit = ''] = match;
    const noun = unit.toLowerCase();
    return {
      value: [plainNumber(number), scale?.toLowerCase()].filter(Boolean).join(' '),
      quantity: currency === undefined ? (QUANTITY_OF.get(noun) ?? 'count') : 'money',
      noun,
      start: match.index,
      end: match.index + whole.length,
    };
  });
}

function plainNumber(number: string): string {
  return String(NUMBER_WORDS.get(number.toLowerCase()) ?? number.replaceAll(',', ''));
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
