import { readWords } from '../analysis/read-words.ts';
import type { Range } from '../search-index.ts';
import type { Lexicon } from '../store/lexicon.ts';

/** Ranges of the words of a text whose term is one of those given; neighbours with only a space between are joined. */
export function highlight(text: string, lexicon: Lexicon, terms: ReadonlySet<number>): readonly Range[] {
  const ranges: [number, number][] = [];
  readWords(text, (form, start, end) => {
    const id = lexicon.idOf(form);
    if (id < 0 || !terms.has(lexicon.termOf(id))) return;
    const last = ranges.at(-1);
    if (last && text.slice(last[1], start) === ' ') last[1] = end;
    else ranges.push([start, end]);
  });
  return ranges;
}
