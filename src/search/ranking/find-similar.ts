import { BestList } from '../retrieval/best-list.ts';
import { dotVector } from './embedding.ts';
import type { QueryContext } from './query-context.ts';
import type { TextVectors } from './text-vectors.ts';

/** The sheets of any desk. */
const MOST_COMPARED = 20_000;
/** So many passages of a segment are taken for what they speak of alone. */
const MOST_FOUND = 12;
/** The least cosine of those that are: what is farther speaks of something else. */
const NEAR = 0.3;

/** By passage: the cosine of the question and its text, or the nearest of its lines. */
function compareAll(context: QueryContext, { starts, terms, weights, passages }: TextVectors): Float32Array {
  const { embedding, vectors, vectorOfTerm } = context;
  const products = new Float32Array(vectorOfTerm.length).fill(Number.NaN);
  const nearest = new Float32Array(context.index.passages.size);
  for (let row = 0; row < passages.length; row++) {
    let sum = 0;
    const to = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < to; at++) {
      const term = terms[at] ?? 0;
      let product = products[term] ?? 0;
      if (Number.isNaN(product)) {
        product = dotVector(embedding.sum, vectors, vectorOfTerm[term] ?? 0);
        products[term] = product;
      }
      sum += product * (weights[at] ?? 0);
    }
    const passage = passages[row] ?? 0;
    nearest[passage] = Math.max(nearest[passage] ?? 0, sum / embedding.norm);
  }
  return nearest;
}

/** Whether a segment is compared whole. An archive may be many times larger: there, only words lead to a passage. */
function isCompared({ index: { passages } }: QueryContext): boolean {
  const { size } = passages;
  return size > 0 && size <= MOST_COMPARED && passages.metadataAt(0).kind !== 'article';
}

/** The passages that are nearest, the nearest first. */
function pickNearest(
  nearest: Float32Array,
  least: number,
  accepts: (ordinal: number) => boolean,
): readonly number[] {
  const best = new BestList({ least: MOST_FOUND, most: MOST_FOUND, share: 0 });
  for (let ordinal = 0; ordinal < nearest.length; ordinal++) {
    const nearness = nearest[ordinal] ?? 0;
    if (nearness >= least && nearness > best.floor && accepts(ordinal)) best.add(ordinal, nearness);
  }
  return [...best.numbers.subarray(0, best.count)];
}

/**
 * Facts that speak of what was asked, whatever words they say it in: by word vectors, and by what a sentence encoder
 * tells. None of a large segment.
 */
export function findSimilar(context: QueryContext, accepts: (ordinal: number) => boolean): readonly number[] {
  const { embedding, meaning, textVectors } = context;
  if (textVectors === undefined || !isCompared(context)) return [];
  const byWords = embedding.norm > 0 ? pickNearest(compareAll(context, textVectors()), NEAR, accepts) : [];
  const byMeaning = meaning ? pickNearest(meaning.nearest(), NEAR, accepts) : [];
  return [...new Set([...byWords, ...byMeaning])];
}
