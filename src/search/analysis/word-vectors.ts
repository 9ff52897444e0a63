import { readFileSync } from 'node:fs';

/** Numbers in a vector. From 32 to 100 of them measure alike, see docs/decisions/0026-what-a-sentence-speaks-of.md. */
export const DIMENSIONS = 64;
/** A vector of length 1 is kept in whole numbers: times this. */
export const VECTOR_SCALE = 127;

/** What the words of English texts stand together with: the nearer two vectors, the more they stand in the same texts. */
export interface WordVectors {
  /** The stems that have a vector, in the order of their letters. */
  readonly roots: readonly string[];
  /** Their vectors one after another, `DIMENSIONS` numbers each. */
  readonly values: Int8Array;
}

let vectors: WordVectors | undefined;

/** Reads the files, once, so that no question waits for them. How they were made: tools/make-word-vectors.ts. */
export function readWordVectors(): WordVectors {
  if (vectors) return vectors;
  const values = readFileSync(new URL('word-vectors.bin', import.meta.url));
  vectors = {
    roots: readFileSync(new URL('word-vectors.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n'),
    values: new Int8Array(values.buffer, values.byteOffset, values.length),
  };
  return vectors;
}

/** Number of the vector of a stem, or -1 for a stem without one. */
export function vectorOf(root: string): number {
  const { roots } = readWordVectors();
  let low = 0;
  let high = roots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((roots[middle] ?? '') < root) low = middle + 1;
    else high = middle;
  }
  return roots[low] === root ? low : -1;
}
