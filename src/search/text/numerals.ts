import { readDecade } from './decades.ts';
import { DECADE_WORDS, ORDINALS, ordinalValue } from './number-words.ts';
import { type OnWord, SPELLING } from './split-words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { WORD_CLASS, wordClasses } from './word-classes.ts';
import { wordList } from './word-list.ts';

const UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const TENS = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'];
const LONGEST = 'lxxxviii'.length;

/** The values of Roman numerals below ninety: what kings, wars and games are numbered with. */
const ROMAN_VALUES: ReadonlyMap<string, number> = new Map(
  TENS.flatMap((ten, tens) =>
    UNITS.map((unit, units): [string, number] => [ten + unit, tens * 10 + units]),
  ).slice(1),
);
/** Roman numerals that are words, names or sizes too: `I`, `Xi`, `IV drip`. Only what stands before tells them. */
const AMBIGUOUS: ReadonlySet<string> = new Set(wordList('i v x l vi iv xi xl xx xxx li lv liv'));

/** Whoever has such a title is numbered, whatever the name. */
const ROYAL: ReadonlySet<string> = new Set(
  wordList('king queen pope emperor empress tsar tsarina czar kaiser sultan shah prince princess patriarch'),
);
/** The World Wars in one word. */
const WORLD_WARS: ReadonlyMap<string, number> = new Map(
  [1, 2, 3].flatMap((value): [string, number][] => [
    [`ww${value}`, value],
    [`ww${UNITS[value]}`, value],
  ]),
);

/** A number that names as it is searched: apart from numbers that count, of which any text holds a few. */
export const nominalForm = (value: number | string): string => `#${value}`;

/** Numbers behind `Chapter` or `Type` in digits. */
const SERIAL = /^[1-9]\d{0,2}$/;

/** Every word that can be part of a number here, but for digits: nearly all words are told apart by this. */
const MAY_NUMBER: ReadonlySet<string> = new Set([
  ...[ROMAN_VALUES, WORLD_WARS, DECADE_WORDS].flatMap((values) => [...values].map(([form]) => form)),
  ...ORDINALS,
  'one',
]);
const NINE = 57;
/** Digits and signs stand before letters. */
const mayNumber = (form: string) => form.charCodeAt(0) <= NINE || MAY_NUMBER.has(form);

/** A word in its place, see `OnWord`. */
interface Place {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly spelling: number;
}

/** The same, written over by a later word: an object for every word of an archive takes as long as all else here. */
type ReusedPlace = { -readonly [Field in keyof Place]: Place[Field] };

const NOTHING: Place = { form: '', start: -2, end: -2, spelling: 0 };
const LETTERS = SPELLING.capital | SPELLING.upper;
const NUMERAL = SPELLING.digits | SPELLING.nominal;

const isCapital = ({ spelling }: Place) => (spelling & SPELLING.capital) !== 0;
const isUpper = ({ spelling }: Place) => (spelling & SPELLING.upper) !== 0;
const areAlike = (one: Place, other: Place) => isCapital(one) === isCapital(other);
/** Whether nothing but a blank or a hyphen stands between two words. */
const isBehind = (word: Place, before: Place) => before.end + 1 === word.start;
const classesOf = ({ form }: Place) => wordClasses()(form);

/** Whether a word numbers its kind: `War`, `Chapter`, `Type`. */
const isSeries = (word: Place) => (classesOf(word) & WORD_CLASS.series) !== 0;

/** Whether a name, by the word before it, is that of somebody who may be numbered. */
const isRuler = (name: Place, before: Place) =>
  (classesOf(name) & WORD_CLASS.firstName) !== 0 || ROYAL.has(before.form);
/** Beyond the third, hardly anybody but a ruler is called so: "told Mary the first thing". */
const COMMON_ORDINALS = 3;

/**
 * Hands on words with the numerals of names as numbers: `Henry VIII`, `Henry the Eighth` and `Henry 8th` give `henry`
 * and `#8`, `World War One` and `First World War` both give `#1`. So they are the same words for whoever writes them
 * otherwise, and another number is another king.
 */
export class NumeralReader {
  readonly #onWord: OnWord;
  #before: ReusedPlace = { ...NOTHING };
  #earlier: ReusedPlace = { ...NOTHING };
  /** An ordinal that may number the word behind it: the `Second` of Second World War. */
  #ordinal: Place | undefined;

  constructor(onWord: OnWord) {
    this.#onWord = onWord;
  }

  /** Reads the next word, see `OnWord`. */
  read(form: string, start: number, end: number, spelling: number): void {
    if (this.#ordinal) this.#closeOrdinal(form === 'world' && this.#ordinal.end + 1 === start);
    if (mayNumber(form)) this.#readNumber({ form, start, end, spelling });
    else this.#handOn(form, start, end, spelling);
  }

  /** Hands on what is held back. */
  close(): void {
    this.#closeOrdinal(false);
  }

  #readNumber(word: Place): void {
    const { form, start, end, spelling } = word;
    const value = this.#valueOf(word);
    const decade = readDecade(form, [this.#before.form, this.#earlier.form]);
    if (value !== undefined) this.#handOnNumber(nominalForm(value), word);
    else if (decade !== undefined) this.#handOnNumber(decade, word);
    else if (WORLD_WARS.has(form)) this.#readWorldWar(word);
    else if (ordinalValue(form) !== undefined) this.#ordinal = word;
    else this.#handOn(form, start, end, spelling);
  }

  #handOn(form: string, start: number, end: number, spelling: number): void {
    const place = this.#earlier;
    this.#earlier = this.#before;
    this.#before = place;
    place.form = form;
    place.start = start;
    place.end = end;
    place.spelling = spelling;
    this.#onWord(form, start, end, spelling);
  }

  #handOnNumber(form: string, { start, end, spelling }: Place): void {
    this.#handOn(form, start, end, (spelling & ~LETTERS) | NUMERAL);
  }

  #closeOrdinal(isNumeral: boolean): void {
    const ordinal = this.#ordinal;
    this.#ordinal = undefined;
    if (!ordinal) return;
    const value = isNumeral ? ordinalValue(ordinal.form) : undefined;
    if (value === undefined) this.#handOn(ordinal.form, ordinal.start, ordinal.end, ordinal.spelling);
    else this.#handOnNumber(nominalForm(value), ordinal);
  }

  #readWorldWar(word: Place): void {
    const { form, start, end } = word;
    const spelling = word.spelling & ~SPELLING.code;
    this.#handOn('world', start, end, spelling);
    this.#handOn('war', start, end, spelling);
    this.#handOnNumber(nominalForm(WORLD_WARS.get(form) ?? 0), { form, start, end, spelling });
  }

  /** The number that a word is in its place, or undefined where it is a word. */
  #valueOf(word: Place): number | undefined {
    const { form } = word;
    if (SERIAL.test(form)) return this.#isOfSeries(word) ? Number(form) : undefined;
    const roman = form.length <= LONGEST ? ROMAN_VALUES.get(form) : undefined;
    if (roman !== undefined) return !AMBIGUOUS.has(form) || this.#isNumeral(word) ? roman : undefined;
    if (form === 'one') return this.#isOfSeries(word) && areAlike(word, this.#before) ? 1 : undefined;
    const ordinal = ordinalValue(form);
    return ordinal !== undefined && this.#isOfRuler(word, ordinal) ? ordinal : undefined;
  }

  #isOfSeries(word: Place): boolean {
    return isBehind(word, this.#before) && isSeries(this.#before);
  }

  /** Whether an ordinal tells one ruler from others: `Henry the Eighth`, `Henry 8th`. */
  #isOfRuler(word: Place, value: number): boolean {
    const [before, earlier] = [this.#before, this.#earlier];
    if (!isBehind(word, before)) return false;
    if (/^\d/.test(word.form) && isRuler(before, earlier)) return true;
    if (before.form !== 'the' || !isBehind(before, earlier) || !isRuler(earlier, NOTHING)) return false;
    return value > COMMON_ORDINALS || areAlike(word, earlier);
  }

  /** Whether letters that may be a word number the word before them. */
  #isNumeral(word: Place): boolean {
    const [before, earlier] = [this.#before, this.#earlier];
    const { form } = word;
    if (!isBehind(word, before) || STOP_WORDS.has(before.form)) return false;
    if (isSeries(before)) return true;
    if (!areAlike(word, before)) return false;
    if (isRuler(before, earlier)) return true;
    if (isCapital(word)) return isUpper(word) && !isUpper(before);
    return form === 'iv' || form === 'vi';
  }
}
