import { gatherEvidence } from './ranking/evidence.ts';
import type { Ranked, SegmentSearch } from './ranking/rank.ts';
import { NO_VALUES } from './ranking/score.ts';

/** So many passages of a segment are looked at, the last ones, which came last. */
const MOST_SEEN = 20_000;

/**
 * The newest passages that searches accept, at most `limit`: what is found by a question that holds filters and no word. Of an
 * archive only what came last is looked at, since nothing tells the filter of each passage without reading it.
 */
export function newestWithin(searches: readonly SegmentSearch[], limit: number): readonly Ranked[] {
  const found = searches.flatMap(({ context, accepts }) => {
    const { passages } = context.index;
    const ordinals: number[] = [];
    for (let ordinal = passages.size - 1; ordinal >= Math.max(0, passages.size - MOST_SEEN); ordinal--)
      if (accepts(ordinal)) ordinals.push(ordinal);
    return ordinals.map((ordinal) => ({ context, ordinal, asOf: passages.metadataAt(ordinal).asOf }));
  });
  // Partial dates sort as text; equal ones stay in their order.
  found.sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
  return found
    .slice(0, limit)
    .map(({ context, ordinal }) => ({
      evidence: gatherEvidence(context, ordinal),
      values: NO_VALUES,
      score: 0,
    }));
}
