import { readWords } from '../analysis/read-words.ts';
import type { Range } from '../search-index.ts';

/**
 * Ranges of the words at the given positions of a text, in the order in which they were read for searching.
 * Neighbours with only a space between are joined.
 */
export function highlight(text: string, isLit: (position: number) => boolean): readonly Range[] {
  const ranges: [start: number, end: number][] = [];
  let position = 0;
  readWords(text, (_form, start, end) => {
    if (!isLit(position++)) return;
    const last = ranges.at(-1);
    // `5m` is read as two words at one place.
    if (last && start < last[1]) return;
    if (last && text.slice(last[1], start) === ' ') last[1] = end;
    else ranges.push([start, end]);
  });
  return ranges;
}
