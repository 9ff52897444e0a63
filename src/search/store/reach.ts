import type { IndexColumns } from './index-data.ts';
import type { PostingLists } from './posting-lists.ts';

/** The greatest impact of a passage's own words, by paragraph, in steps. */
function greatestOwn(
  { lists, impacts }: PostingLists,
  paragraphOf: Int32Array,
  paragraphs: number,
): Uint8Array {
  const greatest = new Uint8Array(paragraphs);
  for (let at = 0; at < lists.length; at++) {
    const paragraph = paragraphOf[lists[at] ?? 0] ?? 0;
    const impact = impacts[at] ?? 0;
    if (impact > (greatest[paragraph] ?? 0)) greatest[paragraph] = impact;
  }
  return greatest;
}

/** The least impact of any word of the surroundings, by paragraph, in steps. */
function leastAround({ lists, impacts }: PostingLists, paragraphs: number): Uint8Array {
  const least = new Uint8Array(paragraphs).fill(255);
  for (let at = 0; at < lists.length; at++) {
    const paragraph = lists[at] ?? 0;
    const impact = impacts[at] ?? 0;
    if (impact < (least[paragraph] ?? 0)) least[paragraph] = impact;
  }
  return least;
}

/**
 * How many times the score of a paragraph's surroundings any of its passages can score by its own words. Surroundings
 * hold every word of their paragraph, so that a word adds to a passage at most what it adds to the surroundings, times
 * the greatest impact by the least. Infinite where passages stand alone or have lines of their own.
 * @param stepRatio what a step of the passages' impacts adds, by what one of the surroundings' adds
 */
export function reachOfParagraphs(
  { passages, text, surroundings, passageOfLine }: Omit<IndexColumns, 'reach'>,
  stepRatio: number,
): Float32Array {
  const { paragraphOf, hasContext } = passages;
  const own = greatestOwn(text.postings, paragraphOf, hasContext.length);
  const around = leastAround(surroundings.postings, hasContext.length);
  const reach = Float32Array.from(hasContext, (has, paragraph) =>
    has === 1 ? (stepRatio * (own[paragraph] ?? 0)) / (around[paragraph] ?? 1) : Number.POSITIVE_INFINITY,
  );
  for (const ordinal of passageOfLine) reach[paragraphOf[ordinal] ?? 0] = Number.POSITIVE_INFINITY;
  return reach;
}
