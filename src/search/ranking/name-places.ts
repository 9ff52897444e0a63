import { endOfReranked, type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import type { QueryContext } from './query-context.ts';
import type { SoughtName } from './term-lookup.ts';

/** A place where another name for what the question names stands in full. */
export interface NamePlace extends SoughtName {
  /** Positions of its first and its last word in the list. */
  readonly first: number;
  readonly last: number;
}

const NOWHERE: readonly NamePlace[] = [];

/** Where a list of words holds other names of the question, in order. */
export function findNamePlaces(
  { index, lookup }: QueryContext,
  lists: TokenLists,
  list: number,
): readonly NamePlace[] {
  if (!lookup.hasNames) return NOWHERE;
  const places: NamePlace[] = [];
  const { starts, tokens } = lists;
  const from = starts[list] ?? 0;
  const to = endOfReranked(lists, list);
  for (let at = from; at < to; at++) {
    for (const sought of lookup.at(index.termOfWord[wordOfToken(tokens[at] ?? 0)] ?? 0).names) {
      const { words } = sought.name;
      const start = at - (words[0]?.offset ?? 0);
      const isThere = words.every(({ term, offset }) => {
        const place = start + offset;
        return place < to && index.termOfWord[wordOfToken(tokens[place] ?? 0)] === term;
      });
      if (isThere)
        places.push({ ...sought, first: at - from, last: start + (words.at(-1)?.offset ?? 0) - from });
    }
  }
  return places;
}
