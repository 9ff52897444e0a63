import type { PostingLists } from '../indexing/posting-lists.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import { stem } from '../text/stem.ts';
import { isSearched } from '../text/stop-words.ts';
import { tokenise } from '../text/tokenise.ts';
import { acceptFor } from './filter-passages.ts';

/**
 * Tells whether what is on some topics holds all searched words of a text, in whatever form: in its own words, in
 * those by which the desk finds it, or around it. What is held beyond the topics only is not to be named to those who
 * look within them.
 */
export function heldWithin(
  segments: readonly OpenSegment[],
  topics: ReadonlySet<string>,
): (text: string) => boolean {
  const places = segments.map((segment) => ({
    segment,
    accepts: acceptFor(segment, { filters: [], phrases: [], mustHoldPhrases: false, topics }),
  }));
  const isHeld = (form: string) =>
    places.some(({ segment, accepts }) => isHeldIn(segment, termOf(segment, form), accepts));
  return (text) => {
    const forms: string[] = [];
    tokenise(text, (form) => forms.push(form));
    return forms.filter(isSearched).every(isHeld);
  };
}

/** Number of the stem that stands for a word; -1 where the segment lacks it. A stem is not stemmed again. */
function termOf({ index: { lexicon } }: OpenSegment, form: string): number {
  const word = lexicon.idOf(form);
  return word < 0 ? lexicon.idOf(stem(form)) : lexicon.termOf(word);
}

function isHeldIn({ index }: OpenSegment, term: number, accepts: (ordinal: number) => boolean): boolean {
  if (term < 0) return false;
  // All passages of a paragraph are on the same topics.
  const { paragraphStarts } = index.passages.columns;
  return (
    listsOf(index.text.postings, term).some(accepts) ||
    listsOf(index.lines.postings, term).some((line) => accepts(index.passageOfLine[line] ?? 0)) ||
    listsOf(index.surroundings.postings, term).some((paragraph) => accepts(paragraphStarts[paragraph] ?? 0))
  );
}

function listsOf({ starts, lists }: PostingLists, term: number): Int32Array {
  return lists.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
}
