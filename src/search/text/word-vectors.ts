import { readDataBytes } from './data-files.ts';

/** Numbers in a vector. Twice as many measure alike, see docs/decisions/0026-what-a-sentence-speaks-of.md. */
export const DIMENSIONS = 128;
/** A vector of length 1 is kept in whole numbers: times this. */
export const VECTOR_SCALE = 127;

/** What English words speak of: the nearer two vectors, the more texts with these words speak of the same. */
export interface WordVectors {
  /** The stems that have a vector, in the order of their letters. */
  readonly roots: readonly string[];
  /** Their vectors one after another, `DIMENSIONS` numbers each. */
  readonly values: Int8Array;
}

/** Where nothing is to be compared in what it speaks of. */
export const noWordVectors = (): WordVectors => ({ roots: [], values: new Int8Array() });

/** Reads the files. How they were made: tools/distil-word-vectors.py. */
export function readWordVectors(): WordVectors {
  const values = readDataBytes('word-vectors.bin');
  return {
    roots: readDataBytes('word-vectors.txt').toString('utf8').trimEnd().split('\n'),
    values: new Int8Array(values.buffer, values.byteOffset, values.length),
  };
}

/** Number of the vector of a stem, or -1 for a stem without one. */
export function vectorOf({ roots }: WordVectors, root: string): number {
  let low = 0;
  let high = roots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((roots[middle] ?? '') < root) low = middle + 1;
    else high = middle;
  }
  return roots[low] === root ? low : -1;
}
