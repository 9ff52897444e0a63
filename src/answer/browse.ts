import type { Passage } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import type { Searcher } from './searcher.ts';
import { asItStands, type OverdueSince } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';

/** Facts on a topic, newest source first, those of the desk before articles that begin with one; at most `limit`. */
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

/** The first of the desk's facts of each of the newest sources; at most `limit`. Articles are too many to be news. */
export function newestFacts({ facts, overdueSince }: Searcher, limit: number): Promise<readonly Quote[]> {
  const firsts = new Map<string, Passage>();
  for (const fact of facts) if (!firsts.has(fact.source.id)) firsts.set(fact.source.id, fact);
  return newestOf([...firsts.values()], limit, overdueSince);
}

async function newestOf(
  passages: readonly Passage[],
  limit: number,
  overdueSince: OverdueSince,
): Promise<readonly Quote[]> {
  const newest = passages.toSorted((a, b) => compare(dateOf(b), dateOf(a))).slice(0, limit);
  const verified = await keepVerified(newest, (passage) => passage);
  return verified.map((passage) => asItStands(passage, overdueSince));
}

/** Partial dates sort as text: a year stands before its months. An undated source is as old as what it speaks of. */
function dateOf({ source, asOf }: Passage): string {
  return source.published ?? asOf;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
