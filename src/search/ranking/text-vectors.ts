import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import type { SegmentTerms } from './segment-terms.ts';
import { endOfReading, type TextNorms } from './text-norms.ts';

/**
 * What every passage of a small segment and each of its lines speak of, ready to be compared with any question: the
 * terms with a vector, each with its weight in a text of length 1.
 */
export interface TextVectors {
  /** By row: where its terms begin; one more than there are rows. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** By row: the passage whose text or line it is. */
  readonly passages: Int32Array;
}

/** Prepares all texts of a segment. */
export function readTextVectors(
  { index, idfOf, vectorOfTerm }: SegmentTerms,
  { textNorms, lineNorms }: { readonly textNorms: TextNorms; readonly lineNorms: TextNorms },
): TextVectors {
  const [starts, terms, weights, passages]: [number[], number[], number[], number[]] = [[0], [], [], []];
  const add = (lists: TokenLists, list: number, norms: TextNorms, passage: number) => {
    const norm = norms.at(list);
    const to = endOfReading(lists, list);
    for (let at = lists.starts[list] ?? 0; norm > 0 && at < to; at++) {
      const word = wordOfToken(lists.tokens[at] ?? 0);
      const term = index.termOfWord[word] ?? 0;
      if (index.isStopWord[word] === 1 || (vectorOfTerm[term] ?? -1) < 0) continue;
      terms.push(term);
      weights.push(idfOf(term) / norm);
    }
    starts.push(terms.length);
    passages.push(passage);
  };
  for (let ordinal = 0; ordinal < index.passages.size; ordinal++)
    add(index.text.words, ordinal, textNorms, ordinal);
  for (let line = 0; line < index.passageOfLine.length; line++)
    add(index.lines.words, line, lineNorms, index.passageOfLine[line] ?? 0);
  return {
    starts: Int32Array.from(starts),
    terms: Int32Array.from(terms),
    weights: Float32Array.from(weights),
    passages: Int32Array.from(passages),
  };
}
