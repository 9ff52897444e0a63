import type { Quote } from './answer.ts';
import { isWithin, type Searcher } from './searcher.ts';
import { asItStands } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';
import { openOrigins, withSpread } from './wire-copies.ts';

/** More than a person reads beside one fact. */
const MOST_OF_SOURCE = 100;

/** A fact with what surrounds it, for somebody who wants to judge it or to cite it. */
export interface FactDetails {
  /** As it stands now, with nothing highlighted. */
  readonly quote: Quote;
  /** The rest of the paragraph of an article, a part of it when it is enormous; empty for a fact of a sheet. */
  readonly context: string;
  /** Who of the desk checked it; null when nobody recorded it. */
  readonly checkedBy: string | null;
  /** Partial date by whose end the desk wants to look at it again; null where it set none. */
  readonly reviewBy: string | null;
  /** What was wrong before it was corrected; null where the desk wrote nothing of it. */
  readonly correction: string | null;
  /** What may be shown of the same source, in the source's order, this fact among it; the 100 nearest to it. */
  readonly sameSource: readonly Quote[];
}

/**
 * Finds a fact by its id. Null when it is not on file there, may not be shown, or its words no longer stand in its
 * file. Rejects with an `UnreachableFileError` where that cannot be told just now.
 */
export async function readFactDetails(
  { index, topics, overdueSince }: Searcher,
  factId: string,
): Promise<FactDetails | null> {
  const passage = index.passage(factId);
  if (passage === undefined || !isWithin(passage, topics)) return null;
  // Words that changed under the index are left out of what surrounds it too.
  const [own] = await keepVerified([passage], (each) => each);
  if (!own) return null;
  const ofSource = index.sameSource(factId, MOST_OF_SOURCE).filter((each) => isWithin(each, topics));
  const sameSource = await keepVerified(ofSource, (each) => each);
  return {
    quote: withSpread(asItStands(passage, overdueSince), openOrigins({ index, topics }).spreadOf(passage)),
    context: passage.context,
    checkedBy: passage.checkedBy ?? null,
    reviewBy: passage.reviewBy ?? null,
    correction: passage.correction ?? null,
    sameSource: sameSource.map((each) => asItStands(each, overdueSince)),
  };
}
