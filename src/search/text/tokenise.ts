import {
  DECADE_WORDS,
  endingOf,
  NUMBER_SUFFIXES,
  NUMBER_WORDS,
  ORDINAL_TENS,
  ORDINAL_UNITS,
  SCALES,
  spellNumber,
} from './number-words.ts';
import { NumeralReader } from './numerals.ts';
import { type OnWord, SPELLING, splitWords } from './split-words.ts';
import { readWrittenDates } from './written-dates.ts';

const SCALE_WORDS: ReadonlySet<string> = new Set(['hundred', ...SCALES.map(({ word }) => word)]);
const DIGITS_AND_LETTERS = /^(\d+(?:\.\d+)?)([a-z]{1,3})$/;

/** A word as it stands in a text, see `OnWord`. */
type Word = Parameters<OnWord>;

/** A number in words that may still go on: `twenty` and then `five`, `three` and then `hundred`. */
interface OpenNumber {
  value: number;
  word: string;
  start: number;
  end: number;
  spelling: number;
}

/** Whether the next number word goes on where the open number ends: `twenty-five`, `one hundred six`. */
function goesOn({ value }: OpenNumber, next: number): boolean {
  const last = value % 100;
  if (last === 0 && value >= 100) return next > 0 && next < 100;
  return last >= 20 && last % 10 === 0 && next > 0 && next < 10;
}

/** Whether an open number can begin a year in words: the `nineteen` of `nineteen-nineties`. */
const isCentury = ({ value }: OpenNumber) => value > 10 && value <= 20;

/** Hands on words with every number in one spelling, whatever the text's: see `spellNumber`. */
class WordReader {
  #open: OpenNumber | undefined;
  /** A word that may belong to the next: `and` within a number, `per` before `cent`. */
  #held: Word | undefined;
  readonly #next: NumeralReader;

  constructor(next: NumeralReader) {
    this.#next = next;
  }

  /** Hands on what may have gone on. `one` alone is rarely a number and stays a word. */
  close(): void {
    const open = this.#open;
    const held = this.#held;
    this.#open = undefined;
    this.#held = undefined;
    const isPronoun = open?.word === 'one';
    if (open) this.#next.read(isPronoun ? 'one' : String(open.value), open.start, open.end, open.spelling);
    if (held) this.#next.read(...held);
  }

  /** Reads a word that begins with a letter or is a sign. */
  readWord(form: string, start: number, end: number, spelling: number): void {
    const value = form.length <= 9 ? NUMBER_WORDS.get(form) : undefined;
    if (value !== undefined) this.#readNumberWord(value, [form, start, end, spelling]);
    else if (form === 'per' || (form === 'and' && this.#open)) this.#hold([form, start, end, spelling]);
    else if (form === 'cent' && this.#held?.[0] === 'per') this.#readPercent(end);
    else if (this.#open && this.#endsNumber(form, end)) return;
    else this.#handOn(form, start, end, spelling);
  }

  /** Reads a word that begins with a digit. */
  readDigits(form: string, start: number, end: number, spelling: number): void {
    this.close();
    const parts = DIGITS_AND_LETTERS.exec(form);
    const suffix = parts?.[2] === undefined ? undefined : NUMBER_SUFFIXES.get(parts[2]);
    if (parts?.[1] !== undefined && suffix !== undefined) {
      this.#next.read(parts[1], start, end, spelling);
      this.#next.read(suffix, start, end, 0);
      return;
    }
    const isYear = (spelling & SPELLING.year) !== 0;
    const [number, scale] = isYear ? [form] : spellNumber(form);
    this.#next.read(number, start, end, spelling);
    if (scale !== undefined) this.#next.read(scale, start, end, 0);
  }

  #handOn(form: string, start: number, end: number, spelling: number): void {
    this.close();
    const ordinal = ORDINAL_TENS.get(form);
    if (ordinal === undefined) this.#next.read(form, start, end, spelling);
    else this.#next.read(ordinal, start, end, spelling | SPELLING.digits);
  }

  #hold(word: Word): void {
    if (this.#held || word[0] === 'per') this.close();
    this.#held = word;
  }

  #readPercent(end: number): void {
    const [, start, , spelling] = this.#held ?? ['', end, end, 0];
    this.#held = undefined;
    this.#next.read('percent', start, end, spelling);
  }

  #readNumberWord(value: number, [word, start, end, spelling]: Word): void {
    const open = this.#open;
    const isWithin = !this.#held || (open && open.value % 100 === 0);
    if (open && isWithin && goesOn(open, value)) {
      open.value += value;
      open.end = end;
      open.word = '';
      this.#held = undefined;
      return;
    }
    this.close();
    this.#open = { value, word, start, end, spelling: spelling | SPELLING.digits };
  }

  /** Whether a word belongs to the open number and was taken in: `hundred`, the `first` of `twenty-first`. */
  #endsNumber(form: string, end: number): boolean {
    const open = this.#open;
    if (!open || this.#held) return false;
    const tens = DECADE_WORDS.get(form);
    if (tens !== undefined && isCentury(open)) {
      this.#open = undefined;
      this.#next.read(`${open.value}${tens}s`, open.start, end, open.spelling);
      return true;
    }
    const unit = ORDINAL_UNITS.get(form);
    if (unit !== undefined && goesOn(open, unit)) {
      this.#open = undefined;
      const value = open.value + unit;
      this.#next.read(`${value}${endingOf(value)}`, open.start, end, open.spelling);
      return true;
    }
    if (!SCALE_WORDS.has(form)) return false;
    open.word = '';
    if (form !== 'hundred' || open.value >= 100) return false;
    open.value *= 100;
    open.end = end;
    return true;
  }
}

/**
 * Finds the words of a text as `splitWords` does, with every number and date in one spelling: `1,000`, `one thousand`
 * and `1k` give `1` and `thousand`; `twenty-five` gives `25`; `November 20th` gives `november` and `20`; `Henry VIII`
 * gives `henry` and `#8`, `the nineties` gives `the` and `1990s`. A word can then stand twice at one place.
 */
export function tokenise(text: string, onWord: OnWord): void {
  const numerals = new NumeralReader(onWord);
  const reader = new WordReader(numerals);
  const dates = readWrittenDates(text);
  splitWords(text, (form, start, end, spelling) => {
    const written = dates.size === 0 ? undefined : dates.get(start);
    if (written !== undefined) {
      reader.close();
      numerals.read(written, start, end, /^\d/.test(written) ? SPELLING.digits : 0);
    } else if ((spelling & SPELLING.digits) !== 0) reader.readDigits(form, start, end, spelling);
    else reader.readWord(form, start, end, spelling);
  });
  reader.close();
  numerals.close();
}
