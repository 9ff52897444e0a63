import type { QuestionVector } from '../indexing/passage-vectors.ts';
import type { Query } from '../query/query.ts';
import { type Phrase, readPhrase } from '../retrieval/held-phrase.ts';
import { type Embedding, embedQuery } from './embedding.ts';
import { compareMeaning, type Meaning } from './meaning.ts';
import type { SegmentContext } from './segment-context.ts';
import { TermLookup } from './term-lookup.ts';

/** What the passages of a segment are compared with: one question, made ready. It goes when the search ends. */
export interface QueryContext extends SegmentContext {
  readonly query: Query;
  readonly lookup: TermLookup;
  /** What stands between quotation marks. */
  readonly phrases: readonly Phrase[];
  /** By number of the question's term: its share of the question's weight, 0 to 1. */
  readonly shares: readonly number[];
  /** Number of the weightiest term, or -1 without terms. */
  readonly rarest: number;
  readonly embedding: Embedding;
  /** Whether a sentence encoder told what it means. */
  readonly isEncoded: boolean;
  /** Undefined where no sentence encoder told what the passages mean. */
  readonly meaning: Meaning | undefined;
  /** By number of the question's term: 0, of what holds no term, and -1, the position of a term that is nowhere. */
  readonly nothing: readonly number[];
  readonly nowhere: readonly number[];
  /** By number of a corpus term: the scalar product of its vector and the question, as far as it was asked for. */
  readonly products: Map<number, number>;
}

function rarestOf(weights: readonly number[]): number {
  let rarest = -1;
  weights.forEach((weight, number) => {
    if (rarest < 0 || weight > (weights[rarest] ?? 0)) rarest = number;
  });
  return rarest;
}

/** Zeros, kept as doubles whatever is written into a copy: to copy them takes a fifth of the time of a typed array. */
const zeros = (length: number): readonly number[] => new Array<number>(length).fill(0.5).fill(0);

/** What of a question is not in its words. */
export interface QueryOptions {
  /** What a sentence encoder told of it. @default no encoder told */
  readonly vector?: QuestionVector | undefined;
  /** What stands between quotation marks in it. @default nothing */
  readonly phrases?: readonly string[];
}

/** Makes a question, in the numbers of a segment, ready to be compared with its passages. */
export function createQueryContext(
  segment: SegmentContext,
  query: Query,
  { vector, phrases = [] }: QueryOptions = {},
): QueryContext {
  // Spread, these would take longer than all that follows.
  const {
    index,
    idfOf,
    vectors,
    vectorNorms,
    vectorOfTerm,
    textNorms,
    lineNorms,
    textVectors,
    passageVectors,
    examplesOf,
  } = segment;
  const weights = query.terms.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    index,
    idfOf,
    vectors,
    vectorNorms,
    vectorOfTerm,
    textNorms,
    lineNorms,
    textVectors,
    passageVectors,
    examplesOf,
    query,
    lookup: new TermLookup(query),
    phrases: phrases.map((phrase) => readPhrase(index, phrase)),
    shares: weights.map((weight) => weight / (total || 1)),
    rarest: rarestOf(weights),
    embedding: embedQuery(query, vectors),
    isEncoded: vector !== undefined,
    meaning: compareMeaning(index, passageVectors, vector),
    nothing: zeros(weights.length),
    nowhere: new Array<number>(weights.length).fill(-1),
    products: new Map(),
  };
}
