import { DIMENSIONS, readWordVectors, VECTOR_SCALE } from '../analysis/word-vectors.ts';
import type { Question } from '../question/question.ts';
import { lowerBound } from '../store/lower-bound.ts';
import { type TokenLists, wordOfToken } from '../store/token-lists.ts';
import type { Look } from './measure-parts.ts';
import { type OpenMeasures, P } from './measures.ts';

/**
 * What a text speaks of: the sum of the vectors of its words, each by its weight. A word without a vector (a number, a rare
 * name) is a direction of its own.
 */
export interface Meaning {
  readonly sum: Float64Array;
  /** Squares of the weights of the words without a vector. */
  others: number;
  /** How long all of it is together. */
  length: number;
}

/** Nothing said yet. */
export const createMeaning = (): Meaning => ({ sum: new Float64Array(DIMENSIONS), others: 0, length: 0 });

function clear(meaning: Meaning): void {
  meaning.sum.fill(0);
  meaning.others = 0;
  meaning.length = 0;
}

/** The arrays are parameters: over fields of objects the loop runs three times slower. */
function addVector(sum: Float64Array, values: Int8Array, row: number, weight: number): void {
  const from = row * DIMENSIONS;
  const share = weight / VECTOR_SCALE;
  for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + share * (values[from + i] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Puts together what a question speaks of. */
export function noteAsked({ terms }: Question, asked: Meaning): void {
  const { values } = readWordVectors();
  clear(asked);
  for (const { vector, weight } of terms) {
    if (vector >= 0) addVector(asked.sum, values, vector, weight);
    else asked.others += weight * weight;
  }
  asked.length = Math.sqrt(dot(asked.sum, asked.sum) + asked.others);
}

/** What a text speaks of is told by so many words of it. */
const MOST_READ = 1000;

/** Puts together what a list of words speaks of; gives what its words without a vector share with the question. */
function noteSaid(
  { index, table, rarityOf, vectorOfTerm }: Look,
  lists: TokenLists,
  list: number,
  said: Meaning,
): number {
  const { values } = readWordVectors();
  clear(said);
  let shared = 0;
  const from = lists.starts[list] ?? 0;
  const to = Math.min(lists.starts[list + 1] ?? 0, from + MOST_READ);
  for (let at = from; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    const weight = rarityOf(term);
    const vector = vectorOfTerm[term] ?? -1;
    if (vector >= 0) {
      addVector(said.sum, values, vector, weight);
      continue;
    }
    said.others += weight * weight;
    const asked = table.question.terms[table.termAt(term)];
    if (asked && asked.vector < 0) shared += asked.weight * table.certaintyAt(term) * weight;
  }
  said.length = Math.sqrt(dot(said.sum, said.sum) + said.others);
  return shared;
}

/** How near a list of words is to the question in what it speaks of: the cosine of both, 0 to 1. */
function likenessOf(look: Look, lists: TokenLists, list: number): number {
  const { asked, said } = look.room;
  const shared = noteSaid(look, lists, list, said);
  const lengths = asked.length * said.length;
  return lengths === 0 ? 0 : Math.max(0, (dot(asked.sum, said.sum) + shared) / lengths);
}

/** Adds what a list speaks of, which was noted last, to what all lists together do. */
function addSaid(said: Meaning, together: Meaning): void {
  for (let i = 0; i < DIMENSIONS; i++) together.sum[i] = (together.sum[i] ?? 0) + (said.sum[i] ?? 0);
  together.others += said.others;
}

/**
 * Measures how near a passage is to the question in what it speaks of, 0 to 1: `meaning`, its text or the nearest of its lines
 * (`asked as`, `also called`); `knownMeaning`, all its lines taken together. There words without a vector only count against it.
 */
export function measureMeaning(look: Look, ordinal: number, measures: OpenMeasures): void {
  const { text, lines, passageOfLine } = look.index;
  const { asked, said, together } = look.room;
  let nearest = likenessOf(look, text.words, ordinal);
  clear(together);
  for (let line = lowerBound(passageOfLine, ordinal); passageOfLine[line] === ordinal; line++) {
    nearest = Math.max(nearest, likenessOf(look, lines.words, line));
    addSaid(said, together);
  }
  const lengths = asked.length * Math.sqrt(dot(together.sum, together.sum) + together.others);
  measures[P.meaning] = nearest;
  measures[P.knownMeaning] = lengths === 0 ? 0 : Math.max(0, dot(asked.sum, together.sum) / lengths);
}
