import { countOne, countsToStarts, takePlace } from '../columns/starts.ts';
import type { WordTable } from '../columns/word-table.ts';

/** Whether a UTF-16 unit is a digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The letters of a typed word, as a lexicon keeps them. */
export function lettersOf(word: string): Uint16Array {
  const letters = new Uint16Array(word.length);
  for (let i = 0; i < word.length; i++) letters[i] = word.charCodeAt(i);
  return letters;
}

/** Shorter words have too many neighbours to guess one; longer ones are not words. */
const SHORTEST = 3;
const LONGEST = 40;

/**
 * Finds the words one slip away from a typed word: two words are one slip apart when they are the same
 * after at most one letter is left out of each (the symmetric delete method of W. Garbe). Every word is
 * filed under itself and under itself without each of its letters.
 */
export interface DeletionTable {
  /** Number of the first entry of each bucket, and at last the number of all. Buckets are a power of two. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

/** The letters of a word in an array of many. */
type Letters = Pick<WordTable, 'letters' | 'starts'>;

const FNV_PRIME = 0x01000193;
const FNV_BASIS = 0x811c9dc5;

/** FNV-1a over the letters from `from` to `to`, leaving out the one at `skip`. */
function hashWithout(letters: Uint16Array, from: number, to: number, skip: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) if (at !== skip) hash = Math.imul(hash ^ (letters[at] ?? 0), FNV_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The words that are filed: not too short, not too long, no numbers. */
function isFiled(letters: Uint16Array, from: number, to: number): boolean {
  if (to - from < SHORTEST || to - from > LONGEST) return false;
  for (let at = from; at < to; at++) if (isDigit(letters[at] ?? 0)) return false;
  return true;
}

/** Writes the buckets a word is filed in and gives their number: a letter doubled is left out once. */
function bucketsOf(letters: Uint16Array, from: number, to: number, mask: number, into: Int32Array): number {
  let count = 0;
  into[count++] = hashWithout(letters, from, to, -1) & mask;
  for (let skip = from; skip < to; skip++) {
    if (skip > from && letters[skip] === letters[skip - 1]) continue;
    into[count++] = hashWithout(letters, from, to, skip) & mask;
  }
  return count;
}

/** Files the given words. */
export function createDeletionTable(words: Int32Array, { letters, starts }: Letters): DeletionTable {
  const filed = words.filter((id) => isFiled(letters, starts[id] ?? 0, starts[id + 1] ?? 0));
  const entries = filed.reduce((sum, id) => sum + (starts[id + 1] ?? 0) - (starts[id] ?? 0) + 1, 0);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, entries / 4))) - 1;
  const into = new Int32Array(LONGEST + 1);
  const bucketStarts = new Int32Array(mask + 2);
  for (const id of filed) {
    const count = bucketsOf(letters, starts[id] ?? 0, starts[id + 1] ?? 0, mask, into);
    for (let i = 0; i < count; i++) countOne(bucketStarts, into[i] ?? 0);
  }
  const next = countsToStarts(bucketStarts).slice();
  const held = new Int32Array(bucketStarts[mask + 1] ?? 0);
  for (const id of filed) {
    const count = bucketsOf(letters, starts[id] ?? 0, starts[id + 1] ?? 0, mask, into);
    for (let i = 0; i < count; i++) held[takePlace(next, into[i] ?? 0)] = id;
  }
  return { starts: bucketStarts, words: held };
}

/** Whether two words are at most one slip apart: the same but for a letter, or for two neighbours swapped. */
function isNear(letters: Uint16Array, from: number, to: number, typed: Uint16Array): boolean {
  const shorter = Math.min(to - from, typed.length);
  let start = 0;
  while (start < shorter && letters[from + start] === typed[start]) start++;
  let end = 0;
  while (end < shorter - start && letters[to - 1 - end] === typed[typed.length - 1 - end]) end++;
  const left = to - from - start - end;
  const leftTyped = typed.length - start - end;
  if (left <= 1 && leftTyped <= 1) return true;
  if (left !== 2 || leftTyped !== 2) return false;
  return letters[from + start] === typed[start + 1] && letters[from + start + 1] === typed[start];
}

/** The filed words at most one slip away from the typed word, in no order that matters. */
export function nearWords(
  table: DeletionTable,
  { letters, starts }: Letters,
  typed: string,
): readonly number[] {
  const wanted = lettersOf(typed);
  if (!isFiled(wanted, 0, wanted.length)) return [];
  const buckets = new Int32Array(LONGEST + 1);
  const count = bucketsOf(wanted, 0, wanted.length, table.starts.length - 2, buckets);
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const bucket = buckets[i] ?? 0;
    const to = table.starts[bucket + 1] ?? 0;
    for (let at = table.starts[bucket] ?? 0; at < to; at++) {
      const id = table.words[at] ?? 0;
      if (isNear(letters, starts[id] ?? 0, starts[id + 1] ?? 0, wanted) && !found.includes(id))
        found.push(id);
    }
  }
  return found;
}
