import type { Passage } from '../corpus/index.ts';
import type { Mismatch, Range } from '../search/index.ts';
import type { Quote } from './answer.ts';
import type { Standing } from './figures-over-time.ts';

/** How a passage answers a question. */
export interface Match {
  readonly confidence: number;
  readonly highlights: readonly Range[];
  readonly mismatches?: readonly Mismatch[];
  readonly standing?: Standing;
}

/** Tells of a passage since when its review is overdue, as a partial date; undefined where it is not. */
export type OverdueSince = (passage: Passage) => string | undefined;

/** A passage quoted for itself, not in answer to anything: nothing is highlighted, nothing in doubt. */
export function asItStands(passage: Passage, overdueSince: OverdueSince): Quote {
  return toQuote(passage, { confidence: 1, highlights: [] }, overdueSince);
}

/** The words of a passage with all that is needed to attribute and check them. */
export function toQuote(
  passage: Passage,
  { confidence, highlights, standing, mismatches = [] }: Match,
  overdueSince: OverdueSince,
): Quote {
  const { source, place } = passage;
  const reviewWasDue = overdueSince(passage);
  return {
    factId: passage.id,
    text: passage.text,
    kind: passage.kind,
    attribution: passage.attribution,
    asOf: passage.asOf,
    ...(passage.isUndated === true && { isUndated: true }),
    published: source.published ?? null,
    source: {
      title: source.title,
      publisher: source.publisher ?? null,
      url: source.url ?? null,
      file: place.file,
      line: place.line,
    },
    ...(reviewWasDue !== undefined && { reviewWasDue }),
    confidence,
    highlights,
    ...(standing && { standing }),
    ...(mismatches.length > 0 && { mismatches }),
  };
}
