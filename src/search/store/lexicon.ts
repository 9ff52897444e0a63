import { stem } from '../analysis/stem.ts';
import { STOP_WORDS } from '../analysis/stop-words.ts';
import { GrowingInts } from './growing-array.ts';

/**
 * The words of a corpus as typed arrays: as many strings and a map of them would take ten times the memory, and could
 * not be handed from thread to thread.
 */
export interface LexiconColumns {
  /** The letters of all words one after another, UTF-16 units. */
  readonly letters: Uint16Array;
  /** Place of each word's first letter, and at last the number of all letters. */
  readonly starts: Int32Array;
  /** Open addressing by hash, a power of two of slots: number of the word plus 1, or 0. */
  readonly slots: Int32Array;
  /** By number of the word: number of the stem that stands for it. */
  readonly terms: Int32Array;
}

const FNV_BASIS = 0x811c9dc5;

/** FNV-1a (Fowler, Noll and Vo) over some UTF-16 units of a word, going on from a hash. */
function hashOn(hash: number, form: string, from: number, to: number): number {
  let mixed = hash;
  for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ form.charCodeAt(i), 0x01000193);
  return mixed;
}

/** High bits mixed into the low ones that pick the slot. */
const mixDown = (hash: number) => (hash ^ (hash >>> 15)) >>> 0;

/** The hash of a word, 32 bits. */
export function hashOf(form: string): number {
  return mixDown(hashOn(FNV_BASIS, form, 0, form.length));
}

/** Whether the letters from `start` on are those of the form between two places. */
function isAt(letters: Uint16Array, start: number, form: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (letters[start + i - from] !== form.charCodeAt(i)) return false;
  return true;
}

/** Where words are looked up; `terms` are not needed for it. */
type WordTable = Omit<LexiconColumns, 'terms'>;

/** The slot that holds the word, or the free one where it belongs: a form, or a part of it with an ending behind. */
function slotOf(
  { letters, starts, slots }: WordTable,
  form: string,
  from = 0,
  to: number = form.length,
  ending = '',
): number {
  const mask = slots.length - 1;
  let slot = mixDown(hashOn(hashOn(FNV_BASIS, form, from, to), ending, 0, ending.length)) & mask;
  for (let held = slots[slot] ?? 0; held > 0; held = slots[slot] ?? 0) {
    const start = starts[held - 1] ?? 0;
    const turn = start + to - from;
    const isLong = (starts[held] ?? 0) - turn === ending.length;
    if (isLong && isAt(letters, start, form, from, to) && isAt(letters, turn, ending, 0, ending.length))
      break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function wordAt({ letters, starts }: WordTable, id: number): string {
  return String.fromCharCode(...letters.subarray(starts[id] ?? 0, starts[id + 1] ?? 0));
}

/** Longer words are cut: nobody types them, and a page without a space would be one. */
const LONGEST = 256;
const keyOf = (word: string) => (word.length > LONGEST ? word.slice(0, LONGEST) : word);

/** The letters of a form between two places, and what stands behind them instead of the rest. */
export interface WordPart {
  readonly from: number;
  readonly to: number;
  readonly ending: string;
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
    return (this.columns.slots[slotOf(this.columns, keyOf(form))] ?? 0) - 1;
  }

  /** Whether the corpus holds a part of a form with an ending behind it. Asked of many guesses: makes no string. */
  holdsPart(form: string, { from, to, ending }: WordPart): boolean {
    return (this.columns.slots[slotOf(this.columns, form, from, to, ending)] ?? 0) > 0;
  }

  /** The number of the stem that stands for the word. */
  termOf(id: number): number {
    return this.columns.terms[id] ?? 0;
  }
}

const FIRST_SLOTS = 4096;

/** The lexicon while it grows. */
export class LexiconBuilder {
  #table = {
    letters: new Uint16Array(FIRST_SLOTS),
    starts: new Int32Array(FIRST_SLOTS),
    slots: new Int32Array(FIRST_SLOTS),
  };
  #size = 0;
  readonly #terms = new GrowingInts();

  /** The number of a folded word, given now when it has none. */
  intern(word: string): number {
    const form = keyOf(word);
    const known = this.#size;
    const id = this.#numberOf(form);
    if (id < known || STOP_WORDS.has(form)) return id;
    const root = stem(form);
    // A stem stands for itself: stemming it again could lead elsewhere (`invas`, `inva`).
    if (root !== form) this.#terms.set(id, this.#numberOf(root));
    return id;
  }

  finish(): LexiconColumns {
    const { letters, starts, slots } = this.#table;
    return {
      letters: letters.slice(0, starts[this.#size]),
      starts: starts.slice(0, this.#size + 1),
      slots,
      terms: this.#terms.toArray(),
    };
  }

  /** The number of a word, given now when it has none; it stands for itself. */
  #numberOf(form: string): number {
    const slot = slotOf(this.#table, form);
    const held = this.#table.slots[slot] ?? 0;
    if (held > 0) return held - 1;
    const id = this.#size++;
    this.#write(form, id);
    this.#terms.push(id);
    this.#table.slots[slot] = id + 1;
    // Half full at most: then a search meets two slots on average.
    if (this.#size * 2 > this.#table.slots.length) this.#spread();
    return id;
  }

  #write(form: string, id: number): void {
    const table = this.#table;
    const start = table.starts[id] ?? 0;
    const end = start + form.length;
    if (end > table.letters.length) table.letters = doubled(table.letters, new Uint16Array(end * 2));
    if (id + 2 > table.starts.length) table.starts = doubled(table.starts, new Int32Array(id * 2 + 2));
    for (let i = 0; i < form.length; i++) table.letters[start + i] = form.charCodeAt(i);
    table.starts[id + 1] = end;
  }

  /** Twice the slots, every word at its place among them. */
  #spread(): void {
    const table = this.#table;
    table.slots = new Int32Array(table.slots.length * 2);
    for (let id = 0; id < this.#size; id++) table.slots[slotOf(table, wordAt(table, id))] = id + 1;
  }
}

function doubled<Values extends Uint16Array | Int32Array>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}
