import type { Passage } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import { isWithin, type Searcher } from './searcher.ts';
import { asItStands } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';

/** How a fact that was shown once stands now. */
export type FactStanding =
  | { readonly kind: 'on-file'; readonly quote: Quote }
  /** The desk replaced it: the quote is what stands for it now. */
  | { readonly kind: 'replaced'; readonly quote: Quote }
  /** A save that cannot be read withholds it until it is mended. */
  | { readonly kind: 'being-changed' }
  /** Withdrawn, removed, under embargo, or beyond the topics that are searched. */
  | { readonly kind: 'gone' };

/**
 * Finds how a fact that was shown stands now. Rejects with an `UnreachableFileError` where that cannot be told just
 * now.
 */
export async function readFactStanding(searcher: Searcher, factId: string): Promise<FactStanding> {
  const { index, replacedBy, withheld, topics } = searcher;
  const quote = await verified(index.passage(factId), searcher);
  if (quote) return { kind: 'on-file', quote };
  const newer = replacedBy.get(factId);
  const replacement = newer === undefined ? null : await verified(index.passage(newer), searcher);
  if (replacement) return { kind: 'replaced', quote: replacement };
  const isWithheld = withheld.passages.some((each) => each.id === factId && isWithin(each, topics));
  return { kind: isWithheld ? 'being-changed' : 'gone' };
}

async function verified(
  passage: Passage | undefined,
  { topics, overdueSince }: Searcher,
): Promise<Quote | null> {
  if (passage === undefined || !isWithin(passage, topics)) return null;
  const [standing] = await keepVerified([passage], (each) => each);
  return standing === undefined ? null : asItStands(standing, overdueSince);
}
