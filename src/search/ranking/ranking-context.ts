import type { Lexicon } from '../indexing/lexicon.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import { createWindowScorers, type WindowScorers } from '../retrieval/find-candidates.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { readKnownQuestions } from './example-queries.ts';
import { createLineNorms } from './meaning-of-lines.ts';
import { createScratch, type ScoringContext } from './scoring-context.ts';
import { TermLookup } from './term-lookup.ts';

/** What ranking works with; made once for a segment. */
export interface RankingContext extends ScoringContext {
  readonly scorers: WindowScorers;
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

/** What ranking needs for a segment. `idfOf` gives what a term of it weighs in the whole corpus. */
export function createRankingContext(
  { index }: OpenSegment,
  vectors: WordVectors,
  idfOf: (term: number) => number,
): RankingContext {
  const { lexicon } = index;
  return {
    index,
    scorers: createWindowScorers(index),
    lookup: new TermLookup(lexicon.size),
    scratch: createScratch(),
    idfOf: rememberByTerm(lexicon.size, idfOf),
    vectors: vectors.values,
    vectorOfTerm: vectorsOfTerms(lexicon, vectors),
    lineNorms: createLineNorms(index),
    questionsOf: readKnownQuestions(index),
  };
}
