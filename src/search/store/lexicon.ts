import { stem } from '../analysis/stem.ts';
import { STOP_WORDS } from '../analysis/stop-words.ts';
import { GrowingInts } from './growing-array.ts';

/** Every distinct word of the corpus has a number. A stem is a word too, whether or not it occurs as one. */
export interface Lexicon {
  readonly size: number;
  /** The word with this number; empty for a number that was not given. */
  wordOf(id: number): string;
  /** The number of a folded word, or -1 when the corpus does not hold it. */
  idOf(form: string): number;
  /** The number of the stem that stands for the word. */
  termOf(id: number): number;
  /** Whether the word carries grammar only. */
  isStopWord(id: number): boolean;
}

/** The lexicon while it grows. */
export class LexiconBuilder implements Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #terms = new GrowingInts();

  get size(): number {
    return this.#words.length;
  }

  wordOf(id: number): string {
    return this.#words[id] ?? '';
  }

  idOf(form: string): number {
    return this.#ids.get(form) ?? -1;
  }

  termOf(id: number): number {
    return this.#terms.at(id);
  }

  isStopWord(id: number): boolean {
    return STOP_WORDS.has(this.wordOf(id));
  }

  /** The number of a folded word, given now when it has none. */
  intern(form: string): number {
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    const id = this.#words.push(form) - 1;
    this.#ids.set(form, id);
    const root = STOP_WORDS.has(form) ? form : stem(form);
    this.#terms.push(id);
    if (root !== form) this.#terms.set(id, this.intern(root));
    return id;
  }
}

/** A lexicon as it was kept: its words by number, and the term of each. */
export function openLexicon(words: readonly string[], terms: Int32Array): Lexicon {
  const ids = new Map(words.map((word, id): [string, number] => [word, id]));
  return {
    size: words.length,
    wordOf: (id) => words[id] ?? '',
    idOf: (form) => ids.get(form) ?? -1,
    termOf: (id) => terms[id] ?? 0,
    isStopWord: (id) => STOP_WORDS.has(words[id] ?? ''),
  };
}
