import { SURROUNDINGS_SATURATION, stepOf } from '../indexing/bm25.ts';
import { type PostingLists, stepsAt } from '../indexing/posting-lists.ts';
import type { Alternative, AlternativeName } from '../query/query.ts';
import { certaintiesIn } from './match-words.ts';
import { findNamePlaces } from './name-places.ts';
import type { QueryContext } from './query-context.ts';

/** What surrounds a passage (title, topics, speaker, paragraph) has of the question, by the number of its term. */
export interface SurroundingMatches {
  /** How much they hold the term's strongest alternative, times how surely that was meant. */
  readonly impacts: readonly number[];
  /** How surely (0 to 1) they hold the term at all. */
  readonly certainties: readonly number[];
}

const STEP = stepOf(SURROUNDINGS_SATURATION);

// No closures in here: the loader names each one when it is made, and this runs for every passage that is compared.

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

/** How much what surrounds a passage holds each term of the question. */
export function matchSurroundings(
  { index, query, nothing }: QueryContext,
  ordinal: number,
): SurroundingMatches {
  const { postings } = index.surroundings;
  const list = index.passages.columns.paragraphOf[ordinal] ?? 0;
  const impacts = nothing.slice();
  const certainties = nothing.slice();
  for (let number = 0; number < query.terms.length; number++) {
    for (const alternative of query.terms[number]?.alternatives ?? []) {
      const sure = certaintyOf(alternative);
      const found = stepsOfAlternative(postings, alternative, list) * STEP;
      impacts[number] = Math.max(impacts[number] ?? 0, found * sure);
      if (found > 0) certainties[number] = Math.max(certainties[number] ?? 0, sure);
    }
  }
  return { impacts, certainties };
}

/** Whether there is a term that one list of certainties holds and the other lacks. */
function holdMore(more: readonly number[], less: readonly number[]): boolean {
  for (let i = 0; i < less.length; i++) if (less[i] === 0 && (more[i] ?? 0) > 0) return true;
  return false;
}

/**
 * How surely the passage before, of the same paragraph, holds each term of the question, 0 to 1. Looked at where what
 * surrounds a passage holds a term that the passage lacks.
 */
export function matchPrevious(
  context: QueryContext,
  ordinal: number,
  own: { readonly certainties: readonly number[] },
  around: SurroundingMatches,
): readonly number[] {
  const { paragraphOf, hasContext } = context.index.passages.columns;
  const paragraph = paragraphOf[ordinal] ?? 0;
  if (paragraphOf[ordinal - 1] !== paragraph || hasContext[paragraph] !== 1) return context.nothing;
  if (!holdMore(around.certainties, own.certainties)) return context.nothing;
  const { words } = context.index.text;
  return certaintiesIn(context, words, ordinal - 1, findNamePlaces(context, words, ordinal - 1));
}
