import { once } from '../../memo.ts';
import { type Country, readCountries } from './countries.ts';
import { readDataLines } from './data-files.ts';
import { fold } from './fold.ts';
import { MONTH_FORMS } from './months.ts';
import { ASKING_WORDS } from './stop-words.ts';
import { type MeasuredQuantity, UNITS } from './units.ts';

/** What a word can be part of, as bits: a word can be of several classes. */
export const WORD_CLASS = {
  number: 1,
  money: 2,
  percent: 4,
  /** Units of time. */
  duration: 8,
  /** Units of length, area, volume, weight, speed or temperature. */
  measure: 16,
  /** Months, days of the week and words that place an event in time. */
  date: 32,
  place: 64,
  firstName: 128,
  role: 256,
  organisation: 512,
  /** Words that give a reason or a purpose. */
  reason: 1024,
  colour: 2048,
  /** Words by which a sentence says what its subject is. */
  link: 4096,
  /** Words by which a question asks, see `ASKING_WORDS`. */
  asking: 8192,
  /** Words that a number tells apart, as `war`, `chapter` and `type`. */
  series: 16384,
} as const;

/** The classes of a folded word, as bits; 0 for most words. */
export type ClassOf = (form: string) => number;

/** The class of the units of each quantity. */
const CLASS_OF_UNITS: Readonly<Record<MeasuredQuantity, number>> = {
  share: WORD_CLASS.percent,
  money: WORD_CLASS.money,
  time: WORD_CLASS.duration,
  length: WORD_CLASS.measure,
  area: WORD_CLASS.measure,
  volume: WORD_CLASS.measure,
  weight: WORD_CLASS.measure,
  speed: WORD_CLASS.measure,
  temperature: WORD_CLASS.measure,
};

/** The names of countries, their people and capitals that are single words. */
function placesIn(countries: readonly Country[]): readonly string[] {
  return countries
    .flatMap(({ names, capitals }) => [...names, ...capitals])
    .map(fold)
    .filter((name) => /^[a-z]+$/.test(name));
}

/** The words of each class: lines of words below `[name of the class]`. */
function* readLists(): Generator<readonly [bit: number, words: readonly string[]]> {
  let bit = 0;
  for (const line of readDataLines('word-classes.txt')) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name === undefined) yield [bit, line.split(' ')];
    else if (name in WORD_CLASS) bit = WORD_CLASS[name as keyof typeof WORD_CLASS];
    else throw new Error(`data/word-classes.txt: there is no class "${name}". Use one of WORD_CLASS.`);
  }
}

function readClasses(): ClassOf {
  const classes = new Map<string, number>();
  const file = (bit: number, words: Iterable<string>) => {
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | bit);
  };
  for (const [bit, words] of readLists()) file(bit, words);
  file(WORD_CLASS.place, placesIn(readCountries()));
  file(WORD_CLASS.asking, ASKING_WORDS);
  file(WORD_CLASS.date, MONTH_FORMS);
  for (const quantity of Object.keys(UNITS) as MeasuredQuantity[])
    file(CLASS_OF_UNITS[quantity], UNITS[quantity]);
  return (form) => (/^\d/.test(form) ? WORD_CLASS.number : (classes.get(form) ?? 0));
}

/** Tells the classes of words, by the lists of `data`, the units and the months. */
export const wordClasses = once(readClasses);
