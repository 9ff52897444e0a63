import { lowerBound } from '../columns/lower-bound.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { dotVector } from './embedding.ts';
import type { QueryContext } from './query-context.ts';
import { endOfReading, type TextNorms } from './text-norms.ts';

/** The scalar product of a term's vector and the question. */
function productWith({ embedding, products, vectors, vectorOfTerm }: QueryContext, term: number): number {
  const remembered = products.get(term);
  if (remembered !== undefined) return remembered;
  const vector = vectorOfTerm[term] ?? -1;
  const product = vector < 0 ? 0 : dotVector(embedding.sum, vectors, vector);
  products.set(term, product);
  return product;
}

/** The scalar product of what a list of words and the question speak of. */
function productWithList(context: QueryContext, lists: TokenLists, list: number): number {
  const { index, idfOf, lookup, query, vectorOfTerm } = context;
  const to = endOfReading(lists, list);
  let product = 0;
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const word = wordOfToken(lists.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    if ((vectorOfTerm[term] ?? -1) >= 0) {
      product += idfOf(term) * productWith(context, term);
      continue;
    }
    // A word without a vector is a direction of its own.
    const { number, certainty } = lookup.at(term);
    const asked = query.terms[number];
    if (asked && asked.vector < 0) product += idfOf(term) * asked.weight * certainty;
  }
  return product;
}

/** The cosine of question and a list of words, 0 to 1. */
function cosineWith(context: QueryContext, lists: TokenLists, list: number, norms: TextNorms): number {
  const asked = context.embedding.norm;
  if (asked === 0 || context.vectors.length === 0) return 0;
  const norm = norms.at(list);
  return norm === 0 ? 0 : Math.max(0, productWithList(context, lists, list) / (asked * norm));
}

/** How near a passage is to the question in what it speaks of: cosines, 0 to 1. */
export interface Similarity {
  readonly text: number;
  /** The nearest of its lines. */
  readonly line: number;
  /** The same by a sentence encoder; 0 without one. */
  readonly textMeaning: number;
  readonly lineMeaning: number;
}

/** The cosine of what the question and the words of a passage speak of, 0 to 1. */
export function cosineOfText(context: QueryContext, ordinal: number): number {
  return cosineWith(context, context.index.text.words, ordinal, context.textNorms);
}

/** The same of each of its lines, in their order. */
export function cosinesOfLines(context: QueryContext, ordinal: number): readonly number[] {
  const { passageOfLine, lines } = context.index;
  const cosines: number[] = [];
  for (let at = lowerBound(passageOfLine, ordinal); passageOfLine[at] === ordinal; at++)
    cosines.push(cosineWith(context, lines.words, at, context.lineNorms));
  return cosines;
}

/** Compares what the question and a passage speak of. */
export function compareEmbeddings(context: QueryContext, ordinal: number): Similarity {
  const line = Math.max(0, ...cosinesOfLines(context, ordinal));
  return withMeaning(context, ordinal, { text: cosineOfText(context, ordinal), line });
}

/** What no encoder has seen, such as an article, is taken to mean what its words speak of: both are on one scale. */
function withMeaning(
  { isEncoded, meaning }: QueryContext,
  ordinal: number,
  words: Pick<Similarity, 'text' | 'line'>,
): Similarity {
  if (!isEncoded) return { ...words, textMeaning: 0, lineMeaning: 0 };
  const textMeaning = meaning?.textOf(ordinal);
  if (meaning === undefined || textMeaning === undefined)
    return { ...words, textMeaning: words.text, lineMeaning: words.line };
  return { ...words, textMeaning, lineMeaning: Math.max(0, ...meaning.linesOf(ordinal)) };
}
