import type { IndexColumns } from './index-columns.ts';
import type { PostingLists } from './posting-lists.ts';
import { type TokenLists, wordOfToken } from './token-lists.ts';

/** What is no longer to be found of an index, which itself never changes. */
export interface Removal {
  /** By ordinal: 1 when the passage is removed. Passages that share a paragraph are removed together. */
  readonly isRemoved: Uint8Array;
  /** How many passages are removed. */
  readonly count: number;
  /** By number of the term: how many removed passages hold it. */
  readonly holders: Int32Array;
  /** By number of the word: 1 when nothing that is left holds it. */
  readonly isGone: Uint8Array;
}

/** Where a word stands: not in any list, only in lists that are removed, or in one that is left. */
const ABSENT = 0;
const REMOVED = 1;
const LEFT = 2;

/** Notes where each word of some lists stands. */
function noteWords(
  { starts, tokens }: TokenLists,
  isRemoved: (list: number) => boolean,
  standing: Uint8Array,
): void {
  for (let list = 0; list < starts.length - 1; list++) {
    const mark = isRemoved(list) ? REMOVED : LEFT;
    const to = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < to; at++) {
      const word = wordOfToken(tokens[at] ?? 0);
      if (mark > (standing[word] ?? 0)) standing[word] = mark;
    }
  }
}

/** By number of the word: 1 when it is gone. A word that no text ever held stands in titles, which are kept by stem. */
function findGone(columns: IndexColumns, isRemoved: Uint8Array): Uint8Array {
  const { text, lines, surroundings, passageOfLine, passages, lexicon } = columns;
  const standing = new Uint8Array(lexicon.terms.length);
  noteWords(text.words, (ordinal) => isRemoved[ordinal] === 1, standing);
  noteWords(lines.words, (line) => isRemoved[passageOfLine[line] ?? 0] === 1, standing);
  const { starts, lists } = surroundings.postings;
  const standsAround = (term: number) =>
    lists
      .subarray(starts[term], starts[term + 1])
      .some((paragraph) => isRemoved[passages.paragraphStarts[paragraph] ?? 0] === 0);
  const isGone = standing.map((mark, word) =>
    mark === LEFT || (mark === ABSENT && standsAround(lexicon.terms[word] ?? 0)) ? 0 : 1,
  );
  // A stem is there as long as one of its words is.
  lexicon.terms.forEach((term, word) => {
    if (isGone[word] === 0) isGone[term] = 0;
  });
  return isGone;
}

function countHolders({ starts, lists }: PostingLists, isRemoved: Uint8Array): Int32Array {
  const holders = new Int32Array(starts.length - 1);
  for (let term = 0; term < holders.length; term++) {
    let count = 0;
    const to = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < to; at++) count += isRemoved[lists[at] ?? 0] ?? 0;
    holders[term] = count;
  }
  return holders;
}

/** Works out what the removal of some passages takes with it. */
export function removeFrom(columns: IndexColumns, isRemoved: Uint8Array): Removal {
  return {
    isRemoved,
    count: isRemoved.reduce((sum, one) => sum + one, 0),
    holders: countHolders(columns.text.postings, isRemoved),
    isGone: findGone(columns, isRemoved),
  };
}
