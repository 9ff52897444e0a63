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

/** Every distinct word of the corpus has a number. A stem is a word too, whether or not it occurs as one. */
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

  /** The number of a folded word, given now when it has none. */
  intern(word: string): number {
    const known = this.#words.size;
    const id = this.#add(word);
    if (id < known || STOP_WORDS.has(word)) return id;
    const root = stem(word);
    // A stem stands for itself: stemming it again could lead elsewhere (`invas`, `inva`).
    if (root !== word) this.#terms.set(id, this.#add(root));
    return id;
  }

  finish(): LexiconColumns {
    return { ...this.#words.finish(), terms: this.#terms.toArray() };
  }

  /** The number of a word, given now when it has none; it stands for itself. */
  #add(word: string): number {
    const known = this.#words.size;
    const id = this.#words.add(word);
    if (id === known) this.#terms.push(id);
    return id;
  }
}
