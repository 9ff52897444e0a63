/**
 * Different words as typed arrays: as many strings and a map of them would take several times the memory, and could
 * not be handed from thread to thread. Words are numbered from 0, in the order they came.
 */
export interface WordTable {
  /** The letters of all words one after another, UTF-16 units. */
  readonly letters: Uint16Array;
  /** Place of each word's first letter, and at last the number of all letters. */
  readonly starts: Int32Array;
  /** Open addressing by hash, a power of two of slots: number of the word plus 1, or 0. */
  readonly slots: Int32Array;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a (Fowler, Noll and Vo) over some UTF-16 units of a word, going on from a hash. */
function hashOn(hash: number, form: string, from: number, to: number): number {
  let mixed = hash;
  for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ form.charCodeAt(i), FNV_PRIME);
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

/** Longer words are cut: nobody types them, and a page without a space would be one. */
const LONGEST = 256;
const keyOf = (word: string) => (word.length > LONGEST ? word.slice(0, LONGEST) : word);

/** The word with this number; empty for a number that was not given. */
export function wordAt({ letters, starts }: WordTable, number: number): string {
  return String.fromCharCode(...letters.subarray(starts[number] ?? 0, starts[number + 1] ?? 0));
}

/** The number of a word, or -1 for one that is not in the table. */
export function numberOf(table: WordTable, word: string): number {
  return (table.slots[slotOf(table, keyOf(word))] ?? 0) - 1;
}

/** The number in a table of a word of another, or -1. Asked of all words of a table: makes no string. */
export function numberOfSame({ letters, starts, slots }: WordTable, other: WordTable, word: number): number {
  const [from, to] = [other.starts[word] ?? 0, other.starts[word + 1] ?? 0];
  const mask = slots.length - 1;
  let slot = hashOfWord(other, word) & mask;
  for (let held = slots[slot] ?? 0; held > 0; held = slots[slot] ?? 0) {
    const start = starts[held - 1] ?? 0;
    let same = (starts[held] ?? 0) - start === to - from;
    for (let at = from; same && at < to; at++) same = letters[start + at - from] === other.letters[at];
    if (same) return held - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

/** The letters of a form between two places, and what stands behind them instead of the rest. */
export interface WordPart {
  readonly from: number;
  readonly to: number;
  readonly ending: string;
}

/** Whether the table holds a part of a form with an ending behind it. Asked of many guesses: makes no string. */
export function holdsPart(table: WordTable, form: string, { from, to, ending }: WordPart): boolean {
  return (table.slots[slotOf(table, form, from, to, ending)] ?? 0) > 0;
}

const FIRST_SLOTS = 4096;

/** A table of words while it grows. */
export class WordTableBuilder {
  readonly #table = {
    letters: new Uint16Array(FIRST_SLOTS),
    starts: new Int32Array(FIRST_SLOTS),
    slots: new Int32Array(FIRST_SLOTS),
  };
  #size = 0;

  /** How many words the table holds. */
  get size(): number {
    return this.#size;
  }

  /** The number of a word, given now when it has none. */
  add(word: string): number {
    const form = keyOf(word);
    const slot = slotOf(this.#table, form);
    const held = this.#table.slots[slot] ?? 0;
    if (held > 0) return held - 1;
    const number = this.#size++;
    this.#write(form, number);
    this.#table.slots[slot] = number + 1;
    // Half full at most: then a search meets two slots on average.
    if (this.#size * 2 > this.#table.slots.length) this.#spread();
    return number;
  }

  finish(): WordTable {
    const { letters, starts, slots } = this.#table;
    return {
      letters: letters.slice(0, starts[this.#size]),
      starts: starts.slice(0, this.#size + 1),
      slots,
    };
  }

  #write(form: string, number: number): void {
    const table = this.#table;
    const start = table.starts[number] ?? 0;
    const end = start + form.length;
    if (end > table.letters.length) table.letters = doubled(table.letters, new Uint16Array(end * 2));
    if (number + 2 > table.starts.length)
      table.starts = doubled(table.starts, new Int32Array(number * 2 + 2));
    for (let i = 0; i < form.length; i++) table.letters[start + i] = form.charCodeAt(i);
    table.starts[number + 1] = end;
  }

  /** Twice the slots, every word at its place among them. */
  #spread(): void {
    const table = this.#table;
    table.slots = new Int32Array(table.slots.length * 2);
    const mask = table.slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = hashOfWord(table, number) & mask;
      while ((table.slots[slot] ?? 0) > 0) slot = (slot + 1) & mask;
      table.slots[slot] = number + 1;
    }
  }
}

/** The hash of a word of a table; makes no string. */
function hashOfWord({ letters, starts }: WordTable, number: number): number {
  const end = starts[number + 1] ?? 0;
  let hash = FNV_BASIS;
  for (let at = starts[number] ?? 0; at < end; at++) hash = Math.imul(hash ^ (letters[at] ?? 0), FNV_PRIME);
  return mixDown(hash);
}

/** Whether every word is found by its letters: what is not would be a word without a number. */
export function findsEachWord(table: WordTable): boolean {
  const { starts, slots } = table;
  const mask = slots.length - 1;
  for (let number = 0; number < starts.length - 1; number++) {
    let slot = hashOfWord(table, number) & mask;
    while (slots[slot] !== number + 1) {
      if ((slots[slot] ?? 0) <= 0) return false;
      slot = (slot + 1) & mask;
    }
  }
  return true;
}

function doubled<Values extends Uint16Array | Int32Array>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}
