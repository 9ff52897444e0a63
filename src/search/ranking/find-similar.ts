import { BestList } from '../retrieval/best-list.ts';
import { dotVector } from './embedding.ts';
import type { QueryContext } from './query-context.ts';
import type { SegmentSearch } from './rank.ts';

/** The sheets of any desk. An archive may be many times larger: there, only words lead to a passage. */
const MOST_COMPARED = 20_000;
/** So many passages of a segment are taken for what they speak of alone. */
const MOST_FOUND = 12;
/** The least cosine of those that are: what is farther speaks of something else. */
const NEAR = 0.3;
const NEAR_IN_MEANING = 0.15;

/** By passage: the cosine of the question and its text, or the nearest of its lines. */
function compareAll(context: QueryContext): Float32Array {
  const { embedding, vectors, vectorOfTerm } = context;
  const { starts, terms, weights, passages } = context.textVectors();
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

/** The nearest of a segment that searches accept. */
function pickNearest(nearest: Float32Array, least: number, { accepts }: SegmentSearch): readonly number[] {
  const best = new BestList({ least: MOST_FOUND, most: MOST_FOUND, share: 0 });
  nearest.forEach((nearness, ordinal) => {
    if (nearness >= least && nearness > best.floor && accepts(ordinal)) best.add(ordinal, nearness);
  });
  return [...best.numbers.subarray(0, best.count)];
}

/**
 * Passages that speak of what was asked, whatever words they say it in: by word vectors, and by what a sentence encoder
 * tells. A segment too large to be compared whole gives none.
 */
export function findSimilar(search: SegmentSearch): readonly number[] {
  const { context } = search;
  const { size } = context.index.passages;
  if (size > MOST_COMPARED) return [];
  const { meaning, embedding } = context;
  const byWords = embedding.norm === 0 ? [] : pickNearest(compareAll(context), NEAR, search);
  const byMeaning = meaning ? pickNearest(meaning.nearest(), NEAR_IN_MEANING, search) : [];
  return [...new Set([...byWords, ...byMeaning])];
}
