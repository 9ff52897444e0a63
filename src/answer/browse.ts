import type { Passage } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import type { Searcher } from './searcher.ts';
import { asItStands, type OverdueSince } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';

/**
 * Facts on a topic, the newest by what they are as of first, those of the desk before articles that begin with one; at
 * most `limit`.
 */
export async function factsOnTopic(
  { facts, index, topics: within, overdueSince }: Searcher,
  topic: string,
  limit: number,
): Promise<readonly Quote[]> {
  const own = await newestOf(
    facts.filter(({ topics }) => topics.includes(topic)),
    limit,
    overdueSince,
  );
  if (own.length === limit) return own;
  const articles = index.onTopic(topic, limit, within).filter(({ place }) => place.item !== undefined);
  return [...own, ...(await newestOf(articles, limit - own.length, overdueSince))];
}

/** The newest of the desk's facts of each source, newest first; at most `limit`. Articles are too many to be news. */
export function newestFacts({ facts, overdueSince }: Searcher, limit: number): Promise<readonly Quote[]> {
  const newest = new Map<string, Passage>();
  for (const fact of facts.toSorted(byDate))
    if (!newest.has(fact.source.id)) newest.set(fact.source.id, fact);
  return newestOf([...newest.values()], limit, overdueSince);
}

async function newestOf(
  passages: readonly Passage[],
  limit: number,
  overdueSince: OverdueSince,
): Promise<readonly Quote[]> {
  const newest = passages.toSorted(byDate).slice(0, limit);
  const verified = await keepVerified(newest, (passage) => passage);
  return verified.map((passage) => asItStands(passage, overdueSince));
}

/**
 * Newest first, by the date the words are as of, which is that of publication where they have none of their own. When
 * the desk read an undated source says nothing of how new it is: such facts come last. Partial dates sort as text.
 */
function byDate(a: Passage, b: Passage): number {
  const undated = Number(a.isUndated ?? false) - Number(b.isUndated ?? false);
  return undated !== 0 ? undated : a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1;
}
