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

/** How much a word of the question tells, 0 to 1. */
function informationOf({ context: { query } }: Evidence, { typed, information }: QueryTerm): number {
  return namesType(typed, query.expected.type) ? OF_ASKING : information;
}

/** How much of what a word tells is left untold, where it is told by no word that is near to it in meaning either. */
const untoldOf = (evidence: Evidence, term: QueryTerm): number =>
  informationOf(evidence, term) * (1 - nearnessOf(evidence, term));

/** The words of the question that are not held. */
const notHeld = ({ context: { query } }: Evidence, certaintyOf: (number: number) => number) =>
  query.terms.filter((_, number) => certaintyOf(number) < TOLD_FROM);

/** Those that neither the passage nor its lines hold. */
const notHeldBySelf = (evidence: Evidence): readonly QueryTerm[] => {
  const { own, lines } = evidence;
  return notHeld(evidence, (number) =>
    Math.max(own.certainties[number] ?? 0, lines.certainties[number] ?? 0),
  );
};

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The share of what the question tells that some of its words leave untold, 0 to 1. */
function untoldShare(evidence: Evidence, untold: readonly QueryTerm[]): number {
  const all = sumOf(evidence.context.query.terms.map((term) => informationOf(evidence, term)));
  return all > 0 ? sumOf(untold.map((term) => untoldOf(evidence, term))) / all : 0;
}

/**
 * The share of what the question tells, each word by how much it tells, that neither the passage nor its lines tell: by
 * a word that is near in meaning neither, the nearer the less. 0 to 1.
 */
export const untoldBySelf = (evidence: Evidence): number => untoldShare(evidence, notHeldBySelf(evidence));

/** The same of what surrounds the passage, too. */
export const untoldAround = (evidence: Evidence): number =>
  untoldShare(
    evidence,
    notHeld(evidence, (number) => evidence.anywhere[number] ?? 0),
  );

/** How much the word tells that tells the most of those untold by the passage and its lines, 0 to 1. */
export const heaviestUntold = (evidence: Evidence): number =>
  notHeldBySelf(evidence).reduce((most, term) => Math.max(most, untoldOf(evidence, term)), 0);

/** More than this is no surer: three words that are no everyday words. */
const MUCH = 3;

/** How much of the question the passage, what surrounds it and its lines tell, 0 to 1 for `MUCH` and more. */
export function told(evidence: Evidence): number {
  const { anywhere, context } = evidence;
  const all = sumOf(
    context.query.terms.map((term, number) => informationOf(evidence, term) * (anywhere[number] ?? 0)),
  );
  return Math.min(MUCH, all) / MUCH;
}
