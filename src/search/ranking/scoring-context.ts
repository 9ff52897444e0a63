import type { IndexData } from '../indexing/index-data.ts';
import { MOST_TERMS } from '../query/query.ts';
import type { KnownQuestions } from './example-queries.ts';
import { createLineMatches, type LineMatches } from './match-lines.ts';
import { createMatches, type Matches } from './match-words.ts';
import type { LineNorms } from './meaning-of-lines.ts';
import { createMeaning, type Meaning } from './similarity.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import type { TermLookup } from './term-lookup.ts';

/** What the features of a passage are measured with, for the question that `lookup` is bound to. */
export interface ScoringContext {
  readonly index: IndexData;
  readonly lookup: TermLookup;
  readonly scratch: Scratch;
  /** Inverse document frequency of a term of the index, in the whole corpus. */
  readonly idfOf: (term: number) => number;
  /** All word vectors one after another. */
  readonly vectors: Int8Array;
  /** By term: number of its vector among the word vectors, or -1. */
  readonly vectorOfTerm: Int32Array;
  readonly lineNorms: LineNorms;
  readonly questionsOf: (ordinal: number) => KnownQuestions;
}

/** What is noted about one passage, in arrays that are used again for the next. */
export interface Scratch {
  readonly own: Matches;
  /** By number of the question's term: how surely the passages before and behind hold it, 0 to 1. */
  readonly before: Float64Array;
  readonly behind: Float64Array;
  readonly around: Surroundings;
  readonly lines: LineMatches;
  /** What the question speaks of, and what the text that is looked at does. */
  readonly asked: Meaning;
  readonly said: Meaning;
  /** By number of the term: the scalar product of its vector and the question, as far as it was asked for. */
  readonly towardsAsked: Map<number, number>;
  /** By number of the question's term: how surely the passage or what surrounds it holds the term, 0 to 1. */
  readonly anywhere: Float64Array;
  /** By number of the question's term: its share of the question's weight. */
  readonly shares: Float64Array;
}

/** Nothing noted yet. */
export function createScratch(): Scratch {
  const numbers = () => new Float64Array(MOST_TERMS);
  return {
    own: createMatches(),
    before: numbers(),
    behind: numbers(),
    around: createSurroundings(),
    lines: createLineMatches(),
    asked: createMeaning(),
    said: createMeaning(),
    towardsAsked: new Map(),
    anywhere: numbers(),
    shares: numbers(),
  };
}
