import { editDistance } from '../../edit-distance.ts';
import { countOne, countsToStarts, takePlace } from '../columns/starts.ts';
import type { WordTable } from '../columns/word-table.ts';
import { isDigit, lettersOf } from './deletion-table.ts';

/** Words of the corpus ordered by length, each with the set of its letters as bits. */
export interface LetterTable {
  readonly words: Int32Array;
  /** Bit n is set when the word holds the n-th letter of the alphabet, the highest bit for any other character. */
  readonly letters: Int32Array;
  /** By length: place of the first word of that length or longer. */
  readonly starts: Int32Array;
}

/** Shorter words have too many others two slips away. */
const SHORTEST = 7;
const LONGEST = 24;
const MOST_SLIPS = 2;
/** Two slips change the set of letters in at most four places. */
const MOST_DIFFERENT_LETTERS = 2 * MOST_SLIPS;

function letterBits(letters: Uint16Array, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at++) {
    const letter = (letters[at] ?? 0) - 97;
    bits |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 30;
  }
  return bits;
}

/** Lays the given words out by length. */
export function createLetterTable(
  words: Int32Array,
  { letters, starts }: Pick<WordTable, 'letters' | 'starts'>,
): LetterTable {
  const from = (id: number) => starts[id] ?? 0;
  const lengthOf = (id: number) => (starts[id + 1] ?? 0) - from(id);
  const kept = words.filter((id) => {
    const length = lengthOf(id);
    if (length < SHORTEST - MOST_SLIPS || length > LONGEST + MOST_SLIPS) return false;
    return !letters.subarray(from(id), from(id) + length).some(isDigit);
  });
  const placesFrom = new Int32Array(LONGEST + MOST_SLIPS + 2);
  for (const id of kept) countOne(placesFrom, lengthOf(id));
  const next = countsToStarts(placesFrom).slice();
  const sorted = new Int32Array(kept.length);
  // Words of one length stay in the order of their numbers.
  for (const id of kept) sorted[takePlace(next, lengthOf(id))] = id;
  return {
    words: sorted,
    letters: sorted.map((id) => letterBits(letters, from(id), from(id) + lengthOf(id))),
    starts: placesFrom,
  };
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Places in the table, within a range, of words whose letters differ little. */
function scan(letters: Int32Array, wanted: number, from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let at = from; at < to; at++) {
    if (countBits((letters[at] ?? 0) ^ wanted) <= MOST_DIFFERENT_LETTERS) places.push(at);
  }
  return places;
}

/**
 * The words two slips away from a typed word, found by looking at the letters of every word of about its length.
 * It is needed rarely, and a table of words two letters short would take five times the memory of the other table.
 */
export function wordsTwoSlipsAway(
  table: LetterTable,
  typed: string,
  wordOf: (id: number) => string,
): readonly number[] {
  if (typed.length < SHORTEST || typed.length > LONGEST || /\d/.test(typed)) return [];
  const from = table.starts[typed.length - MOST_SLIPS] ?? 0;
  const to = table.starts[typed.length + MOST_SLIPS + 1] ?? table.words.length;
  const letters = lettersOf(typed);
  return scan(table.letters, letterBits(letters, 0, letters.length), from, to)
    .map((at) => table.words[at] ?? 0)
    .filter((id) => {
      const word = wordOf(id);
      // People rarely miss the first letter, and never both it and another.
      return word[0] === typed[0] && editDistance(typed, word, MOST_SLIPS) <= MOST_SLIPS;
    });
}
