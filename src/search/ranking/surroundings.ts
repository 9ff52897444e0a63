import { SURROUNDINGS_SATURATION, stepOf } from '../indexing/bm25.ts';
import type { IndexData } from '../indexing/index-data.ts';
import { type PostingLists, stepsAt } from '../indexing/posting-lists.ts';
import { type Alternative, type AlternativeName, MOST_TERMS, type QueryTerm } from '../query/query.ts';

/** What surrounds a passage, by the number of the question's term. */
export interface Surroundings {
  /** How much they hold the term's strongest alternative, times how surely that was meant. */
  readonly impacts: Float64Array;
  /** How surely (0 to 1) they hold the term at all. */
  readonly certainties: Float64Array;
}

/** Room for one finding; used again for every passage that is looked at. */
export function createSurroundings(): Surroundings {
  return { impacts: new Float64Array(MOST_TERMS), certainties: new Float64Array(MOST_TERMS) };
}

const STEP = stepOf(SURROUNDINGS_SATURATION);

// No closures in here: the loader names each one when it is made, and this runs for every passage that is looked at.

/** Steps by which a list holds a name: those of its least held word, since the order of the words is not kept. */
function stepsOfName(postings: PostingLists, { words }: AlternativeName, list: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { term } of words) least = Math.min(least, stepsAt(postings, term, list));
  return least;
}

/** Steps by which a list holds an alternative; of several names, the one it holds most. */
function stepsOfAlternative(postings: PostingLists, { term, names }: Alternative, list: number): number {
  if (!names) return stepsAt(postings, term, list);
  let most = 0;
  for (const name of names) most = Math.max(most, stepsOfName(postings, name, list));
  return most;
}

/** How surely an alternative is what was asked; that of a name is for the whole name. */
function certaintyOf({ names, certainty }: Alternative): number {
  if (!names) return certainty;
  let most = 0;
  for (const name of names) most = Math.max(most, name.certainty);
  return most;
}

/** Notes how much the surroundings with this number hold each term of a question. */
export function noteSurroundings(
  { surroundings: { postings } }: IndexData,
  terms: readonly QueryTerm[],
  list: number,
  { impacts, certainties }: Surroundings,
): void {
  for (let i = 0; i < terms.length; i++) {
    let impact = 0;
    let certainty = 0;
    for (const alternative of terms[i]?.alternatives ?? []) {
      const sure = certaintyOf(alternative);
      const found = stepsOfAlternative(postings, alternative, list) * STEP;
      impact = Math.max(impact, found * sure);
      if (found > 0) certainty = Math.max(certainty, sure);
    }
    impacts[i] = impact;
    certainties[i] = certainty;
  }
}
