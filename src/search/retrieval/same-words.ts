import { frequencyOf } from '../indexing/posting-lists.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { tokenise } from '../text/tokenise.ts';

/**
 * The ordinals of the passages of a segment that hold a text's words in its order, and no others; ascending. Case,
 * marks and the spelling of numbers aside.
 */
export function* ordinalsWithSameWords({ index, removal }: OpenSegment, text: string): Generator<number> {
  const words: number[] = [];
  tokenise(text, (form) => words.push(index.lexicon.idOf(form)));
  const { postings, words: lists } = index.text;
  if (words.includes(-1)) return;
  const terms = words
    .filter((word) => index.isStopWord[word] !== 1)
    .map((word) => index.termOfWord[word] ?? 0);
  const [rarest] = terms.toSorted((a, b) => frequencyOf(postings, a) - frequencyOf(postings, b));
  if (rarest === undefined) return;
  for (let at = postings.starts[rarest] ?? 0; at < (postings.starts[rarest + 1] ?? 0); at++) {
    const ordinal = postings.lists[at] ?? 0;
    const start = lists.starts[ordinal] ?? 0;
    if ((lists.starts[ordinal + 1] ?? 0) - start !== words.length) continue;
    if (removal?.isRemoved[ordinal] === 1) continue;
    if (words.every((word, place) => wordOfToken(lists.tokens[start + place] ?? 0) === word)) yield ordinal;
  }
}
