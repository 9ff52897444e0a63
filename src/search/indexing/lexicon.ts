import { GrowingInts } from '../columns/growing-array.ts';
import {
  holdsPart,
  numberOf,
  type WordPart,
  type WordTable,
  WordTableBuilder,
  wordAt,
} from '../columns/word-table.ts';
import { stem } from '../text/stem.ts';
import { STOP_WORDS } from '../text/stop-words.ts';

/** The words of a corpus. */
export interface LexiconColumns extends WordTable {
  /** By number of the word: number of the stem that stands for it. */
  readonly terms: Int32Array;
}

/**
 * Every distinct word of the corpus has a number. A stem has one too, whether or not it occurs as a word; where it
 * does, another stem may stand for that word.
 */
export class Lexicon {
  readonly columns: LexiconColumns;

  constructor(columns: LexiconColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.columns.terms.length;
  }

  /** The word with this number; empty for a number that was not given. */
  wordOf(id: number): string {
    return wordAt(this.columns, id);
  }

  /** The number of a folded word, or -1 when the corpus does not hold it. */
  idOf(form: string): number {
    return numberOf(this.columns, form);
  }

  /** Whether the corpus holds a part of a form with an ending behind it. */
  holdsPart(form: string, part: WordPart): boolean {
    return holdsPart(this.columns, form, part);
  }

  /** The number of the stem that stands for the word. */
  termOf(id: number): number {
    return this.columns.terms[id] ?? 0;
  }
}

/** The lexicon while it grows. */
export class LexiconBuilder {
  readonly #words = new WordTableBuilder();
  readonly #terms = new GrowingInts();
  /** By number: 1 for what occurs as a word. Of a stem alone nobody knows yet which stem stands for that word. */
  readonly #isWord = new GrowingInts();

  /** The number of a folded word, given now when it has none. */
  intern(word: string): number {
    const id = this.#add(word);
    if (this.#isWord.at(id) === 1) return id;
    this.#isWord.set(id, 1);
    if (STOP_WORDS.has(word)) return id;
    const root = stem(word);
    // Whatever came first: the stem of `divisional` is `division`, and a word whose stem is another.
    if (root !== word) this.#terms.set(id, this.#add(root));
    return id;
  }

  /** How many words have a number. */
  get size(): number {
    return this.#terms.length;
  }

  /** The number of the stem that stands for the word. */
  termOf(id: number): number {
    return this.#terms.at(id);
  }

  finish(): LexiconColumns {
    return { ...this.#words.finish(), terms: this.#terms.toArray() };
  }

  /** The number of a word, given now when it has none; it stands for itself. */
  #add(word: string): number {
    const known = this.#words.size;
    const id = this.#words.add(word);
    if (id === known) {
      this.#terms.push(id);
      this.#isWord.push(0);
    }
    return id;
  }
}
