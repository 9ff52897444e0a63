import type { IndexData } from '../indexing/index-columns.ts';
import type { Lexicon } from '../indexing/lexicon.ts';
import type { PassageVectors } from '../indexing/passage-vectors.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import { once } from '../text/memo.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { type ExampleQueries, readExampleQueries } from './example-queries.ts';
import { readTextVectors, type TextVectors } from './text-vectors.ts';

/** What ranking reads of a segment, whatever is asked. What it remembers is the same for every question. */
export interface SegmentContext {
  readonly index: IndexData;
  /** Inverse document frequency of a term of the segment, in the whole corpus. */
  readonly idfOf: (term: number) => number;
  /** All word vectors one after another. */
  readonly vectors: Int8Array;
  /** By term: number of its vector among the word vectors, or -1. */
  readonly vectorOfTerm: Int32Array;
  /**
   * The norms of what passages and lines (`asked as`, `also called`) speak of, by which a cosine is divided; not a number
   * where nobody asked yet.
   */
  readonly textNorms: Float32Array;
  readonly lineNorms: Float32Array;
  /** Of a small segment. */
  readonly textVectors: () => TextVectors;
  /** What its passages mean, where a sentence encoder told. */
  readonly passageVectors: PassageVectors | undefined;
  readonly examplesOf: (ordinal: number) => ExampleQueries;
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
function vectorsOfTerms(lexicon: Lexicon, { roots }: WordVectors): Int32Array {
  const vectors = new Int32Array(lexicon.size).fill(-1);
  roots.forEach((root, row) => {
    const term = lexicon.idOf(root);
    if (term >= 0) vectors[term] = row;
  });
  return vectors;
}

/** What ranking reads of a segment. `idfOf` gives what a term of it weighs in the whole corpus. */
export function createSegmentContext(
  { index, vectors: passageVectors }: OpenSegment,
  vectors: WordVectors,
  idfOf: (term: number) => number,
): SegmentContext {
  const { lexicon, passageOfLine, passages } = index;
  const unknown = (count: number) => new Float32Array(count).fill(Number.NaN);
  const context: SegmentContext = {
    index,
    idfOf: rememberByTerm(lexicon.size, idfOf),
    vectors: vectors.values,
    vectorOfTerm: vectorsOfTerms(lexicon, vectors),
    textNorms: unknown(passages.size),
    lineNorms: unknown(passageOfLine.length),
    textVectors: once(() => readTextVectors(context)),
    passageVectors,
    examplesOf: readExampleQueries(index),
  };
  return context;
}
