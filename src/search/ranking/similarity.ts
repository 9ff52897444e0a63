import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import type { Query } from '../query/query.ts';
import { DIMENSIONS, VECTOR_SCALE } from '../text/word-vectors.ts';
import type { ScoringContext } from './scoring-context.ts';

/**
 * What a text speaks of: the sum of the vectors of its words, each by its weight. A word without a vector (a number, a rare
 * name) is a direction of its own.
 */
export interface Meaning {
  readonly sum: Float64Array;
  /** Squares of the weights of the words without a vector. */
  others: number;
  /** How long all of it is together. */
  norm: number;
}

/** Nothing said yet. */
export const createMeaning = (): Meaning => ({ sum: new Float64Array(DIMENSIONS), others: 0, norm: 0 });

function clear(meaning: Meaning): void {
  meaning.sum.fill(0);
  meaning.others = 0;
  meaning.norm = 0;
}

/** Adds a vector, by its number. The arrays are parameters: over fields of objects the loop runs three times slower. */
function addVector(sum: Float64Array, values: Int8Array, row: number, weight: number): void {
  const from = row * DIMENSIONS;
  const share = weight / VECTOR_SCALE;
  for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + share * (values[from + i] ?? 0);
}

/** The scalar product of a sum and a vector, by its number. */
export function dotVector(sum: Float64Array, values: Int8Array, row: number): number {
  const from = row * DIMENSIONS;
  let product = 0;
  for (let i = 0; i < DIMENSIONS; i++) product += (sum[i] ?? 0) * (values[from + i] ?? 0);
  return product / VECTOR_SCALE;
}

/** The scalar product of two sums. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Puts together what a question speaks of. */
export function noteAsked({ terms }: Query, values: Int8Array, asked: Meaning): void {
  clear(asked);
  for (const { vector, weight } of terms) {
    if (vector >= 0) addVector(asked.sum, values, vector, weight);
    else asked.others += weight * weight;
  }
  measureNorm(asked);
}

/** Works out how long what was put together is. */
export function measureNorm(meaning: Meaning): void {
  meaning.norm = Math.sqrt(dot(meaning.sum, meaning.sum) + meaning.others);
}

/** What a text speaks of is told by so many words of it. */
const MOST_READ = 1000;

/** Place behind the last token of a list that is read for what it speaks of. */
export function endOfReading({ starts }: TokenLists, list: number): number {
  return Math.min(starts[list + 1] ?? 0, (starts[list] ?? 0) + MOST_READ);
}

/** Puts together what a list of words speaks of. */
export function noteSaid(context: ScoringContext, lists: TokenLists, list: number, said: Meaning): void {
  const { index, idfOf, vectors, vectorOfTerm } = context;
  clear(said);
  const to = endOfReading(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    const weight = idfOf(term);
    const vector = vectorOfTerm[term] ?? -1;
    if (vector >= 0) addVector(said.sum, vectors, vector, weight);
    else said.others += weight * weight;
  }
  measureNorm(said);
}

/** What the words without a vector of a list share with those of the question. */
export function weighSharedOthers(context: ScoringContext, lists: TokenLists, list: number): number {
  const { index, lookup, scratch, idfOf, vectorOfTerm } = context;
  if (scratch.asked.others === 0) return 0;
  let shared = 0;
  const to = endOfReading(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const term = index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0;
    const asked = lookup.question.terms[lookup.termAt(term)];
    if (asked && asked.vector < 0 && (vectorOfTerm[term] ?? -1) < 0)
      shared += asked.weight * lookup.certaintyAt(term) * idfOf(term);
  }
  return shared;
}

/** How near the text of a passage is to the question in what it speaks of: the cosine of both, 0 to 1. */
export function likenessOfText(context: ScoringContext, ordinal: number): number {
  const { asked, said } = context.scratch;
  const { words } = context.index.text;
  noteSaid(context, words, ordinal, said);
  const lengths = asked.norm * said.norm;
  if (lengths === 0) return 0;
  return Math.max(0, (dot(asked.sum, said.sum) + weighSharedOthers(context, words, ordinal)) / lengths);
}
