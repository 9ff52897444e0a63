import { NUMBER_SUFFIXES, NUMBER_WORDS, SCALES, spellNumber } from './number-words.ts';
import { type OnWord, SPELLING, scanWords } from './words.ts';

const SCALE_WORDS: ReadonlySet<string> = new Set(['hundred', ...SCALES.map(({ word }) => word)]);
const DIGITS_AND_LETTERS = /^(\d+(?:\.\d+)?)([a-z]{1,3})$/;

/** A number in words that may still go on: `twenty` and then `five`, `three` and then `hundred`. */
interface OpenNumber {
  value: number;
  word: string;
  start: number;
  end: number;
  spelling: number;
}

/** Whether the next number word goes on where the open number ends: `twenty-five`, `one hundred six`. */
function goesOn(open: OpenNumber, next: number): boolean {
  if (open.value >= 100) return open.value % 100 === 0 && next < 100;
  return open.value >= 20 && open.value % 10 === 0 && next > 0 && next < 10;
}

/** Numbers in one spelling, whatever the text's: see `spellNumber`. */
class NumberReader {
  #open: OpenNumber | undefined;
  readonly #onWord: OnWord;

  constructor(onWord: OnWord) {
    this.#onWord = onWord;
  }

  /** Hands on the number that was open. `one` alone is rarely a number and stays a word. */
  close(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    const isPronoun = open.word === 'one';
    this.#onWord(isPronoun ? 'one' : String(open.value), open.start, open.end, open.spelling);
  }

  readNumberWord(
    word: string,
    value: number,
    at: readonly [start: number, end: number, spelling: number],
  ): void {
    const open = this.#open;
    if (open && goesOn(open, value)) {
      open.value += value;
      open.end = at[1];
      open.word = '';
      return;
    }
    this.close();
    this.#open = { value, word, start: at[0], end: at[1], spelling: at[2] | SPELLING.digits };
  }

  /** Whether the word multiplies an open number and was taken in. */
  readScale(word: string, end: number): boolean {
    if (!this.#open) return false;
    this.#open.word = '';
    if (word !== 'hundred' || this.#open.value >= 100) return false;
    this.#open.value *= 100;
    this.#open.end = end;
    return true;
  }

  readDigits(form: string, at: readonly [start: number, end: number, spelling: number]): void {
    const [start, end, spelling] = at;
    const parts = DIGITS_AND_LETTERS.exec(form);
    const suffix = parts?.[2] === undefined ? undefined : NUMBER_SUFFIXES.get(parts[2]);
    if (parts?.[1] !== undefined && suffix !== undefined) {
      this.#onWord(parts[1], start, end, spelling);
      this.#onWord(suffix, start, end, 0);
      return;
    }
    const isYear = (spelling & SPELLING.year) !== 0;
    const [number, scale] = isYear ? [form] : spellNumber(form);
    this.#onWord(number, start, end, spelling);
    if (scale !== undefined) this.#onWord(scale, start, end, 0);
  }
}

/**
 * Finds the words of a text as `scanWords` does, with every number in one spelling: `1,000`, `one thousand`
 * and `1k` give `1` and `thousand`; `twenty-five` gives `25`. A word can then stand twice at one place.
 */
export function readWords(text: string, onWord: OnWord): void {
  const numbers = new NumberReader(onWord);
  scanWords(text, (form, start, end, spelling) => {
    if ((spelling & SPELLING.digits) !== 0) {
      numbers.close();
      numbers.readDigits(form, [start, end, spelling]);
      return;
    }
    const value = form.length <= 9 ? NUMBER_WORDS.get(form) : undefined;
    if (value !== undefined) return numbers.readNumberWord(form, value, [start, end, spelling]);
    if (SCALE_WORDS.has(form) && numbers.readScale(form, end)) return;
    numbers.close();
    onWord(form, start, end, spelling);
  });
  numbers.close();
}
