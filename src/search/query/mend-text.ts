import { fold } from '../text/fold.ts';
import type { Assumption } from './query.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A question with each word that was typed otherwise as it was understood. */
export function mendText(text: string, assumptions: readonly Assumption[]): string {
  const meant = new Map(assumptions.map(({ typed, searchedFor }) => [typed, searchedFor]));
  return text.replace(WORD, (word) => meant.get(fold(word)) ?? word);
}
