import Fuse from 'fuse.js';
import { type DeletionTable, nearWords } from './spelling/deletion-table.ts';

/** A word of the corpus that a typed word may have been meant for. */
export interface Suggestion {
  readonly word: number;
  /** How well it fits the typed letters, 0 to 1. */
  readonly likeness: number;
}

/** Fuse.js scores 0 for the same and 1 for nothing alike; its own default lets too much through. */
const FUSE_OPTIONS = { includeScore: true, threshold: 0.45, distance: 20 };

/** Fuse judges where a pattern fits within a text, so both directions are asked and the worse one counts. */
function likenessOf(typed: string, word: string): number {
  const there = Fuse.match(typed, word, FUSE_OPTIONS);
  const back = Fuse.match(word, typed, FUSE_OPTIONS);
  return there.isMatch && back.isMatch ? 1 - Math.max(there.score, back.score) : 0;
}

/** The words of the corpus that the typed word may have been meant for, best first, at most `limit`. */
export function suggestWords(table: DeletionTable, typed: string, limit: number): readonly Suggestion[] {
  return nearWords(table, typed)
    .map((word) => ({ word, likeness: likenessOf(typed, table.wordOf(word)) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.word - b.word)
    .slice(0, limit);
}
