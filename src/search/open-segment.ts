import { readWordVectors } from './analysis/word-vectors.ts';
import { createScoreSheets } from './ranking/candidates.ts';
import { readKnownQuestions } from './ranking/known-questions.ts';
import { createRoom } from './ranking/look.ts';
import { createLineLengths } from './ranking/meaning-of-lines.ts';
import { QuestionTable } from './ranking/question-table.ts';
import type { Workplace } from './ranking/rank.ts';
import { type IndexColumns, type IndexData, openColumns } from './store/index-data.ts';
import type { Lexicon } from './store/lexicon.ts';
import type { Removal } from './store/removal.ts';

/** A part of a corpus with an index of its own. Neither ever changes: what is new comes as another segment. */
export interface Segment {
  readonly columns: IndexColumns;
  /** What is no longer found of it. @default everything is found */
  readonly removal?: Removal;
}

/** A segment that is open. */
export interface OpenSegment {
  readonly index: IndexData;
  readonly removal: Removal | undefined;
}

/** Opens a segment; reads nothing and copies nothing. */
export function openSegment({ columns, removal }: Segment): OpenSegment {
  return { index: openColumns(columns), removal };
}

/** How many passages of a segment can be found. */
export const sizeOf = ({ index, removal }: OpenSegment): number =>
  index.passages.size - (removal?.count ?? 0);

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
