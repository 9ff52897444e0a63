import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { DIMENSIONS } from '../text/word-vectors.ts';
import { addVector, toEmbedding } from './embedding.ts';
import type { SegmentTerms } from './segment-terms.ts';

/** What a text speaks of is told by so many words of it. */
const MOST_READ = 1000;

/** Place behind the last token of a list that is read for what it speaks of. */
export function endOfReading({ starts }: TokenLists, list: number): number {
  return Math.min(starts[list + 1] ?? 0, (starts[list] ?? 0) + MOST_READ);
}

/** The norms of what lists of words speak of, by which a cosine is divided. Each is worked out once. */
export class TextNorms {
  readonly #terms: SegmentTerms;
  readonly #lists: TokenLists;
  readonly #norms: Float32Array;

  constructor(terms: SegmentTerms, lists: TokenLists) {
    this.#terms = terms;
    this.#lists = lists;
    this.#norms = new Float32Array(Math.max(0, lists.starts.length - 1)).fill(Number.NaN);
  }

  at(list: number): number {
    if (Number.isNaN(this.#norms[list])) this.#norms[list] = this.#measure(list);
    return this.#norms[list] ?? 0;
  }

  #measure(list: number): number {
    const { index, idfOf, vectors, vectorOfTerm } = this.#terms;
    const { starts, tokens } = this.#lists;
    const sum = new Float64Array(DIMENSIONS);
    let others = 0;
    const to = endOfReading(this.#lists, list);
    for (let at = starts[list] ?? 0; at < to; at++) {
      const word = wordOfToken(tokens[at] ?? 0);
      if (index.isStopWord[word] === 1) continue;
      const term = index.termOfWord[word] ?? 0;
      const weight = idfOf(term);
      const vector = vectorOfTerm[term] ?? -1;
      if (vector >= 0) addVector(sum, vectors, vector, weight);
      else others += weight * weight;
    }
    return toEmbedding(sum, others).norm;
  }
}
