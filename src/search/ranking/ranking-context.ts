import { readWordVectors } from '../analysis/word-vectors.ts';
import { createScoreSheets, type ScoreSheets } from '../candidates/find-candidates.ts';
import { readKnownQuestions } from '../features/known-questions.ts';
import { createLineLengths } from '../features/meaning-of-lines.ts';
import { createRoom, type Look } from '../features/scoring-context.ts';
import { QuestionTable } from '../features/term-lookup.ts';
import type { Lexicon } from '../store/lexicon.ts';
import type { OpenSegment } from '../store/segment.ts';

/** What ranking works with; made once for a segment. */
export interface Workplace extends Look {
  readonly sheets: ScoreSheets;
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
function vectorsOfTerms(lexicon: Lexicon): Int32Array {
  const vectors = new Int32Array(lexicon.size).fill(-1);
  readWordVectors().roots.forEach((root, row) => {
    const term = lexicon.idOf(root);
    if (term >= 0) vectors[term] = row;
  });
  return vectors;
}

/** What ranking needs for a segment. `rarityOf` gives what a term of it weighs in the whole corpus. */
export function createWorkplace({ index }: OpenSegment, rarityOf: (term: number) => number): Workplace {
  const { lexicon } = index;
  return {
    index,
    sheets: createScoreSheets(index),
    table: new QuestionTable(lexicon.size),
    room: createRoom(),
    rarityOf: rememberByTerm(lexicon.size, rarityOf),
    vectorOfTerm: vectorsOfTerms(lexicon),
    lineLengths: createLineLengths(index),
    questionsOf: readKnownQuestions(index),
  };
}
