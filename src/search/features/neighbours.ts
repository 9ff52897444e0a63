import { noteCertainties } from './matches.ts';
import { findNamePlaces } from './name-places.ts';
import type { Look, Room } from './scoring-context.ts';

/** Whether a term that the passage lacks stands around it; where none does, its neighbours need not be read. */
function lacksWhatIsAround({ own, around }: Room, terms: number): boolean {
  for (let i = 0; i < terms; i++) {
    if (own.certainties[i] === 0 && (around.certainties[i] ?? 0) > 0) return true;
  }
  return false;
}

/** How surely the passages before and behind hold each term. */
export function noteNeighbours(look: Look, ordinal: number): void {
  if (lacksWhatIsAround(look.room, look.table.question.terms.length)) {
    noteNeighbour(look, ordinal, -1);
    noteNeighbour(look, ordinal, 1);
  } else {
    look.room.before.fill(0);
    look.room.behind.fill(0);
  }
}

/** How surely the passage before or behind holds each term; all 0 when it is not of the same paragraph. */
function noteNeighbour(look: Look, ordinal: number, step: -1 | 1): void {
  const { index, room } = look;
  const into = step === -1 ? room.before : room.behind;
  const surroundings = index.passages.columns.paragraphOf[ordinal] ?? 0;
  const isNeighbour = index.passages.columns.paragraphOf[ordinal + step] === surroundings;
  if (isNeighbour && index.passages.columns.hasContext[surroundings] === 1) {
    const { words } = index.text;
    noteCertainties(look, words, ordinal + step, findNamePlaces(look, words, ordinal + step), into);
  } else into.fill(0);
}
