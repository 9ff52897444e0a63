import { lowerBound } from '../columns/lower-bound.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { DIMENSIONS } from '../text/word-vectors.ts';
import { addVector, dot, dotVector, type Embedding, toEmbedding } from './embedding.ts';
import type { QueryContext } from './query-context.ts';
import type { SegmentContext } from './segment-context.ts';

/** What a text speaks of is told by so many words of it. */
const MOST_READ = 1000;

/** Place behind the last token of a list that is read for what it speaks of. */
function endOfReading({ starts }: TokenLists, list: number): number {
  return Math.min(starts[list + 1] ?? 0, (starts[list] ?? 0) + MOST_READ);
}

/** What a list of words speaks of. `sum` is filled anew: to make room for each text takes longer than to fill it. */
function embed(context: SegmentContext, lists: TokenLists, list: number, sum: Float64Array): Embedding {
  const { index, idfOf, vectors, vectorOfTerm } = context;
  sum.fill(0);
  let others = 0;
  const to = endOfReading(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    const weight = idfOf(term);
    const vector = vectorOfTerm[term] ?? -1;
    if (vector >= 0) addVector(sum, vectors, vector, weight);
    else others += weight * weight;
  }
  return toEmbedding(sum, others);
}

/** What the words without a vector of a list share with those of the question. */
function weighSharedOthers(context: QueryContext, lists: TokenLists, list: number): number {
  const { index, lookup, query, embedding, idfOf, vectorOfTerm } = context;
  if (embedding.others === 0) return 0;
  let shared = 0;
  const to = endOfReading(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const term = index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0;
    const { number, certainty } = lookup.at(term);
    const asked = query.terms[number];
    if (asked && asked.vector < 0 && (vectorOfTerm[term] ?? -1) < 0)
      shared += asked.weight * certainty * idfOf(term);
  }
  return shared;
}

/** The cosine of question and text, 0 to 1. */
function compareText(context: QueryContext, ordinal: number, sum: Float64Array): number {
  const { words } = context.index.text;
  const said = embed(context, words, ordinal, sum);
  const lengths = context.embedding.norm * said.norm;
  if (lengths === 0) return 0;
  const product = dot(context.embedding.sum, said.sum) + weighSharedOthers(context, words, ordinal);
  return Math.max(0, product / lengths);
}

/** Works out the norms of a passage's lines, by the first of them. */
function measureLines(context: SegmentContext, first: number): void {
  const { passageOfLine, lines } = context.index;
  const { alone, together } = context.lineNorms;
  const own = new Float64Array(DIMENSIONS);
  const sum = new Float64Array(DIMENSIONS);
  let others = 0;
  const ordinal = passageOfLine[first];
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    const said = embed(context, lines.words, line, own);
    alone[line] = said.norm;
    for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + (said.sum[i] ?? 0);
    others += said.others;
  }
  together[first] = toEmbedding(sum, others).norm;
}

/** The scalar product of a term's vector and the question. */
function productWith({ embedding, products, vectors, vectorOfTerm }: QueryContext, term: number): number {
  const remembered = products.get(term);
  if (remembered !== undefined) return remembered;
  const vector = vectorOfTerm[term] ?? -1;
  const product = vector < 0 ? 0 : dotVector(embedding.sum, vectors, vector);
  products.set(term, product);
  return product;
}

/** The scalar product of what a line and the question speak of, words without a vector left out. */
function productWithLine(context: QueryContext, line: number): number {
  const { index, idfOf } = context;
  const { words } = index.lines;
  const to = endOfReading(words, line);
  let product = 0;
  for (let at = words.starts[line] ?? 0; at < to; at++) {
    const word = wordOfToken(words.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    product += idfOf(term) * productWith(context, term);
  }
  return product;
}

/** How near a passage is to the question in what it speaks of: cosines, 0 to 1. */
export interface Similarity {
  readonly text: number;
  /** The nearest of its lines. */
  readonly nearestLine: number;
  /** All its lines taken together. There, words without a vector only count against it. */
  readonly lines: number;
}

function compareLines(context: QueryContext, ordinal: number): Omit<Similarity, 'text'> {
  const { passageOfLine, lines } = context.index;
  const { alone, together } = context.lineNorms;
  const asked = context.embedding.norm;
  const first = lowerBound(passageOfLine, ordinal);
  if (passageOfLine[first] !== ordinal || asked === 0) return { nearestLine: 0, lines: 0 };
  if (Number.isNaN(together[first])) measureLines(context, first);
  let nearestLine = 0;
  let sum = 0;
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    const product = productWithLine(context, line);
    sum += product;
    const norm = alone[line] ?? 0;
    if (norm === 0) continue;
    const shared = weighSharedOthers(context, lines.words, line);
    nearestLine = Math.max(nearestLine, (product + shared) / (asked * norm));
  }
  const norm = together[first] ?? 0;
  return { nearestLine, lines: norm === 0 ? 0 : Math.max(0, sum / (asked * norm)) };
}

/**
 * Compares what the question and a passage speak of.
 * @param sum room for a vector, which is filled anew
 */
export function compareEmbeddings(context: QueryContext, ordinal: number, sum: Float64Array): Similarity {
  const text = compareText(context, ordinal, sum);
  const { nearestLine, lines } = compareLines(context, ordinal);
  return { text, nearestLine, lines };
}
