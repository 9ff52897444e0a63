import type { Passage } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import { keepVerbatim } from './keep-verbatim.ts';
import type { Shelf } from './shelf.ts';
import { asItStands } from './to-quote.ts';

/** The desk's facts on a topic, newest source first; at most `limit`. */
export function factsOnTopic({ passages }: Shelf, topic: string, limit: number): Promise<readonly Quote[]> {
  return newestOf(
    passages.filter(({ topics }) => topics.includes(topic)),
    limit,
  );
}

/** The first fact of each of the newest sources; at most `limit`. Articles of the archive are too many to be news. */
export function newestFacts({ passages }: Shelf, limit: number): Promise<readonly Quote[]> {
  const firsts = new Map<string, Passage>();
  for (const passage of passages) {
    const { source, place } = passage;
    if (place.item === undefined && !firsts.has(source.id)) firsts.set(source.id, passage);
  }
  return newestOf([...firsts.values()], limit);
}

async function newestOf(passages: readonly Passage[], limit: number): Promise<readonly Quote[]> {
  const newest = passages.toSorted((a, b) => compare(dateOf(b), dateOf(a))).slice(0, limit);
  return (await keepVerbatim(newest, (passage) => passage)).map(asItStands);
}

/** Partial dates sort as text: a year stands before its months. An undated source is as old as what it speaks of. */
function dateOf({ source, asOf }: Passage): string {
  return source.published ?? asOf;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
