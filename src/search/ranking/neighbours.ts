import { noteCertainties } from './match-words.ts';
import { findNamePlaces } from './name-places.ts';
import type { ScoringContext, Scratch } from './scoring-context.ts';

/** Whether a term that the passage lacks stands around it; where none does, its neighbours need not be read. */
function lacksWhatIsAround({ own, around }: Scratch, terms: number): boolean {
  for (let i = 0; i < terms; i++) {
    if (own.certainties[i] === 0 && (around.certainties[i] ?? 0) > 0) return true;
  }
  return false;
}

/** How surely the passages before and behind hold each term. */
export function noteNeighbours(context: ScoringContext, ordinal: number): void {
  if (lacksWhatIsAround(context.scratch, context.lookup.question.terms.length)) {
    noteNeighbour(context, ordinal, -1);
    noteNeighbour(context, ordinal, 1);
  } else {
    context.scratch.before.fill(0);
    context.scratch.behind.fill(0);
  }
}

/** How surely the passage before or behind holds each term; all 0 when it is not of the same paragraph. */
function noteNeighbour(context: ScoringContext, ordinal: number, step: -1 | 1): void {
  const { index, scratch } = context;
  const into = step === -1 ? scratch.before : scratch.behind;
  const surroundings = index.passages.columns.paragraphOf[ordinal] ?? 0;
  const isNeighbour = index.passages.columns.paragraphOf[ordinal + step] === surroundings;
  if (isNeighbour && index.passages.columns.hasContext[surroundings] === 1) {
    const { words } = index.text;
    noteCertainties(context, words, ordinal + step, findNamePlaces(context, words, ordinal + step), into);
  } else into.fill(0);
}
