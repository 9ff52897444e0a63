import type { IndexColumns } from './index-columns.ts';

/**
 * An upper bound, by paragraph: how many times the score of its surroundings any of its passages can score by its own
 * words. Surroundings hold every word of their paragraph. So for each word the bound is the ratio of the passage's
 * impact to that of the surroundings, and for all words together the greatest of these ratios. Infinite where
 * passages stand alone, have lines of their own, or hold a word that their surroundings lack.
 * @param stepRatio what one step of a passage's impact adds to a score, divided by what one step of the surroundings'
 * adds
 */
export function boundParagraphs(
  { passages, text, surroundings, passageOfLine }: Omit<IndexColumns, 'reach'>,
  stepRatio: number,
): Float32Array {
  const { paragraphOf, hasContext } = passages;
  const reach = Float32Array.from(hasContext, (has) => (has === 1 ? 0 : Number.POSITIVE_INFINITY));
  const { starts, lists, impacts } = text.postings;
  const around = surroundings.postings;
  for (let term = 0; term < starts.length - 1; term++) {
    let there = around.starts[term] ?? 0;
    const end = around.starts[term + 1] ?? 0;
    // Both stand in the order of the corpus: one walk over each finds every pair.
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
      const paragraph = paragraphOf[lists[at] ?? 0] ?? 0;
      if (hasContext[paragraph] !== 1) continue;
      while (there < end && (around.lists[there] ?? 0) < paragraph) there++;
      const isAround = there < end && around.lists[there] === paragraph;
      // Sentences read one behind the other may hold other words than each for itself: "twenty" and "five" are 25.
      const impact = isAround ? (around.impacts[there] ?? 0) : 0;
      const ratio = (stepRatio * (impacts[at] ?? 0)) / impact;
      if (ratio > (reach[paragraph] ?? 0)) reach[paragraph] = ratio;
    }
  }
  for (const ordinal of passageOfLine) reach[paragraphOf[ordinal] ?? 0] = Number.POSITIVE_INFINITY;
  return reach;
}
