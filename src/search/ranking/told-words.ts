import { lowerBound } from '../columns/lower-bound.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { namesType } from '../query/answer-type.ts';
import type { QueryTerm } from '../query/query.ts';
import { DIMENSIONS } from '../text/word-vectors.ts';
import { dotAt } from './embedding.ts';
import type { Evidence } from './evidence.ts';
import type { QueryContext } from './query-context.ts';
import { endOfReading } from './text-norms.ts';

/** A word that says what kind of thing is asked for tells nothing that an answer would repeat: "in what year". */
const OF_ASKING = 0.05;
/** From this certainty on, a word counts as told. */
const TOLD_FROM = 0.5;
/** More than this is no surer: three words that are no everyday words. */
const MUCH = 3;

/** The Euclidean norm of a word vector, by its number. */
function normOf({ vectors: values, vectorNorms: norms }: QueryContext, vector: number): number {
  const known = norms[vector] ?? 0;
  if (known > 0) return known;
  let squares = 0;
  for (let i = vector * DIMENSIONS; i < (vector + 1) * DIMENSIONS; i++) squares += (values[i] ?? 0) ** 2;
  norms[vector] = Math.sqrt(squares);
  // As it is remembered, in 32 bits: what was asked before changes no digit.
  return norms[vector] ?? 0;
}

/** The distinct word vectors of some lists of words, by their numbers. */
function vectorsIn(
  context: QueryContext,
  lists: TokenLists,
  from: number,
  to: number,
  found: Set<number>,
): void {
  const { index, vectorOfTerm } = context;
  for (let list = from; list < to; list++) {
    const end = endOfReading(lists, list);
    for (let at = lists.starts[list] ?? 0; at < end; at++) {
      const word = wordOfToken(lists.tokens[at] ?? 0);
      if (index.isStopWord[word] === 1) continue;
      const vector = vectorOfTerm[index.termOfWord[word] ?? 0] ?? -1;
      if (vector >= 0) found.add(vector);
    }
  }
}

/** The word vectors of a passage and of its lines. */
function vectorsOf({ context, ordinal }: Evidence): readonly number[] {
  const { passageOfLine, lines, text } = context.index;
  const found = new Set<number>();
  vectorsIn(context, text.words, ordinal, ordinal + 1, found);
  const first = lowerBound(passageOfLine, ordinal);
  let behind = first;
  while (passageOfLine[behind] === ordinal) behind++;
  vectorsIn(context, lines.words, first, behind, found);
  return [...found];
}

/** How near in meaning any word of a passage or of its lines is to a term: a cosine, 0 to 1. */
function nearnessOf({ context }: Evidence, { vector }: QueryTerm, there: readonly number[]): number {
  if (vector < 0) return 0;
  const { vectors } = context;
  const asked = Float64Array.from(vectors.subarray(vector * DIMENSIONS, (vector + 1) * DIMENSIONS));
  const norm = normOf(context, vector);
  let nearest = 0;
  for (const other of there) {
    const product = dotAt(asked, vectors, other * DIMENSIONS);
    if (product <= 0) continue;
    nearest = Math.max(nearest, product / (norm * normOf(context, other)));
  }
  return nearest;
}

/** How much a word of the question tells, 0 to 1. */
function informationOf({ context: { query } }: Evidence, { typed, information }: QueryTerm): number {
  return namesType(typed, query.expected.type) ? OF_ASKING : information;
}

/**
 * What of a question a passage tells and does not tell, each word by how much it tells. A word that is not held is told
 * in part by one that is near in meaning: the nearer, the more.
 */
export interface Told {
  /** How much is held by the passage, what surrounds it or its lines, 0 to 1 for `MUCH` and more. */
  readonly told: number;
  /** Share of all that neither the passage nor its lines tell, 0 to 1. */
  readonly untoldBySelf: number;
  /** The same of what surrounds the passage, too. */
  readonly untoldAround: number;
  /** How much the word tells that tells the most of those untold by the passage and its lines, 0 to 1. */
  readonly heaviestUntold: number;
}

/** Finds out what of the question a passage tells. */
export function findTold(evidence: Evidence): Told {
  const { anywhere, context, own, lines } = evidence;
  const there = vectorsOf(evidence);
  let [all, told, bySelf, around, heaviest] = [0, 0, 0, 0, 0];
  for (const [number, term] of context.query.terms.entries()) {
    const information = informationOf(evidence, term);
    const certainty = anywhere[number] ?? 0;
    all += information;
    told += information * certainty;
    if (Math.max(own.certainties[number] ?? 0, lines.certainties[number] ?? 0) >= TOLD_FROM) continue;
    const untold = information * (1 - nearnessOf(evidence, term, there));
    bySelf += untold;
    if (certainty < TOLD_FROM) around += untold;
    heaviest = Math.max(heaviest, untold);
  }
  return {
    told: Math.min(MUCH, told) / MUCH,
    untoldBySelf: all > 0 ? bySelf / all : 0,
    untoldAround: all > 0 ? around / all : 0,
    heaviestUntold: heaviest,
  };
}
