import type { DeletionTable } from '../spelling/deletion-table.ts';
import type { LetterTable } from '../spelling/letter-scan.ts';
import type { Lexicon } from './lexicon.ts';
import { frequencyOf, stepsAt } from './posting-lists.ts';
import type { OpenSegment } from './segment.ts';

/** What a part of the corpus knows of words and terms, by numbers of its own. */
export interface WordSource {
  readonly lexicon: Lexicon;
  readonly deletions: DeletionTable;
  readonly letters: LetterTable;
  /** How many passages hold a term, in their text or in a line. */
  holdersOf(term: number): number;
  /** No fewer than that, told at once. */
  mostHoldersOf(term: number): number;
  /** Whether anything holds a term. */
  isUsed(term: number): boolean;
  /** Whether nothing that can be found holds a word any longer. */
  isGone(word: number): boolean;
}

/** Passages that hold a term in a line only. */
function holdersByLine({ index, removal }: OpenSegment, term: number): number {
  const { starts, lists } = index.lines.postings;
  const to = starts[term + 1] ?? 0;
  let count = 0;
  let last = -1;
  for (let at = starts[term] ?? 0; at < to; at++) {
    const ordinal = index.passageOfLine[lists[at] ?? 0] ?? 0;
    if (ordinal === last || removal?.isRemoved[ordinal] === 1) continue;
    last = ordinal;
    if (stepsAt(index.text.postings, term, ordinal) === 0) count++;
  }
  return count;
}

/** The words of a segment. */
export function wordsOfSegment(segment: OpenSegment): WordSource {
  const { index, removal } = segment;
  const { text, lines, surroundings } = index;
  const isGone = (word: number) => removal?.isGone[word] === 1;
  return {
    ...{ lexicon: index.lexicon, deletions: index.deletions, letters: index.letters },
    holdersOf: (term) =>
      frequencyOf(text.postings, term) - (removal?.holders[term] ?? 0) + holdersByLine(segment, term),
    mostHoldersOf: (term) => frequencyOf(text.postings, term) + frequencyOf(lines.postings, term),
    isUsed: (term) =>
      !isGone(term) && [text, lines, surroundings].some(({ postings }) => frequencyOf(postings, term) > 0),
    isGone,
  };
}
