import { lowerBound } from '../columns/lower-bound.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { namesType } from '../query/answer-type.ts';
import type { QueryTerm } from '../query/query.ts';
import { DIMENSIONS } from '../text/word-vectors.ts';
import type { Evidence } from './evidence.ts';
import type { QueryContext } from './query-context.ts';
import { endOfReading } from './text-norms.ts';

/** A word that says what kind of thing is asked for tells nothing that an answer would repeat: "in what year". */
const OF_ASKING = 0.05;
/** From this certainty on, a word counts as told. */
const TOLD_FROM = 0.5;

/** The cosine of two word vectors, by their numbers. */
function cosine(values: Int8Array, one: number, other: number): number {
  let [product, squares, otherSquares] = [0, 0, 0];
  for (let i = 0; i < DIMENSIONS; i++) {
    const [a, b] = [values[one * DIMENSIONS + i] ?? 0, values[other * DIMENSIONS + i] ?? 0];
    product += a * b;
    squares += a * a;
    otherSquares += b * b;
  }
  return squares > 0 && otherSquares > 0 ? product / Math.sqrt(squares * otherSquares) : 0;
}

/** How near in meaning the nearest word of a list is to a word vector: a cosine, 0 to 1. */
function nearestIn(
  { index, vectorOfTerm, vectors }: QueryContext,
  vector: number,
  lists: TokenLists,
  list: number,
): number {
  const to = endOfReading(lists, list);
  let nearest = 0;
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const other = vectorOfTerm[index.termOfWord[word] ?? 0] ?? -1;
    if (other >= 0) nearest = Math.max(nearest, cosine(vectors, vector, other));
  }
  return nearest;
}

/** How near in meaning any word of a passage or of its lines is to a term, 0 to 1. */
function nearnessOf({ context, ordinal }: Evidence, { vector }: QueryTerm): number {
  if (vector < 0) return 0;
  const { passageOfLine, lines, text } = context.index;
  let nearest = nearestIn(context, vector, text.words, ordinal);
  for (let at = lowerBound(passageOfLine, ordinal); passageOfLine[at] === ordinal; at++)
    nearest = Math.max(nearest, nearestIn(context, vector, lines.words, at));
  return nearest;
}

/**
 * The share of what a question tells, each word by how much it tells by itself, that a passage leaves untold: neither
 * `held`, nor by a word that is near to it in meaning, the nearer the less. 0 to 1.
 */
function untoldShare(evidence: Evidence, isTold: (number: number) => boolean): number {
  const { query } = evidence.context;
  let [all, untold] = [0, 0];
  query.terms.forEach((term, number) => {
    const told = namesType(term.typed, query.expected.type) ? OF_ASKING : term.information;
    all += told;
    if (told > 0 && !isTold(number)) untold += told * (1 - nearnessOf(evidence, term));
  });
  return all > 0 ? untold / all : 0;
}

/** What neither the passage nor its lines tell. */
export function untoldBySelf(evidence: Evidence): number {
  const { own, lines } = evidence;
  return untoldShare(
    evidence,
    (number) => Math.max(own.certainties[number] ?? 0, lines.certainties[number] ?? 0) >= TOLD_FROM,
  );
}

/** What is not told by what surrounds it either. */
export function untoldAround(evidence: Evidence): number {
  return untoldShare(evidence, (number) => (evidence.anywhere[number] ?? 0) >= TOLD_FROM);
}
