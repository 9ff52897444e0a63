import { numberOfSame } from '../columns/word-table.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import type { Lexicon } from '../indexing/lexicon.ts';
import type { SharedVectors } from '../query/language.ts';

/** The terms of a segment: what each weighs in the whole corpus, and what it speaks of. */
export interface SegmentTerms {
  readonly index: IndexData;
  /** Inverse document frequency of a term of the segment, in the whole corpus. */
  readonly idfOf: (term: number) => number;
  /** All word vectors one after another. */
  readonly vectors: Int8Array;
  /** By number of a word vector: its Euclidean norm, as far as it was needed; 0 before. */
  readonly vectorNorms: Float32Array;
  /** By term: number of its vector among the word vectors, or -1. */
  readonly vectorOfTerm: Int32Array;
}

/** Remembers what was worked out for a term: passages hold the same words again and again. */
function rememberByTerm(terms: number, workOut: (term: number) => number): (term: number) => number {
  const known = new Float32Array(terms).fill(Number.NaN);
  return (term) => {
    if (Number.isNaN(known[term])) known[term] = workOut(term);
    return known[term] ?? 0;
  };
}

/** By term: number of its vector among the word vectors, or -1. */
function vectorsOfTerms(lexicon: Lexicon, { roots, rootTable }: SharedVectors): Int32Array {
  const vectors = new Int32Array(lexicon.size).fill(-1);
  if (lexicon.size < roots.length) {
    const table = rootTable();
    return vectors.map((_, term) => numberOfSame(table, lexicon.columns, term));
  }
  roots.forEach((root, row) => {
    const term = lexicon.idOf(root);
    if (term >= 0) vectors[term] = row;
  });
  return vectors;
}

/** Reads the terms of a segment. `idfOf` gives what a term of it weighs in the whole corpus. */
export function readSegmentTerms(
  index: IndexData,
  vectors: SharedVectors,
  idfOf: (term: number) => number,
): SegmentTerms {
  return {
    index,
    idfOf: rememberByTerm(index.lexicon.size, idfOf),
    vectors: vectors.values,
    vectorNorms: new Float32Array(vectors.roots.length),
    vectorOfTerm: vectorsOfTerms(index.lexicon, vectors),
  };
}
