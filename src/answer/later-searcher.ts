import type { IndexContents } from '../corpus-index/index.ts';
import { buildIndex, openIndex, type Segment } from '../search/index.ts';
import type { Answer, Quote } from './answer.ts';
import { openSearcher, type Searcher, type SearcherOptions } from './searcher.ts';
import { sureQuotes } from './sure-quotes.ts';

/** A fact that nobody could be shown when something was asked, and that would have answered. */
export interface AwaitedFact {
  /** To be remembered by its id and version: never to be shown. */
  readonly quote: Quote;
  /** Why it was not shown; where the desk is changing it, the asker was told so. */
  readonly because: 'embargo' | 'being-changed';
}

/** Searches what may be shown together with what may be shown later: to know who waits for what. */
export interface LaterSearcher {
  readonly searcher: Searcher;
  /** What an answer of that searcher is sure of and nobody could be shown at a moment, by then or still. */
  awaitedIn(answer: Answer, since: Date): readonly AwaitedFact[];
}

/**
 * Opens later searchers, each when it is first asked for: it shares nothing with the searcher that questions are
 * answered by. Undefined where nothing may be shown later, or was released lately.
 */
export function createLaterSearchers({
  similarity,
}: Pick<SearcherOptions, 'similarity'>): (now: Searcher) => LaterSearcher | undefined {
  const known = new WeakMap<IndexContents, LaterSearcher>();
  return (now) => {
    const { contents } = now;
    const awaited = awaitedSegments(contents);
    if (awaited.length === 0 && contents.released.size === 0) return undefined;
    const before = known.get(contents);
    if (before) return before;
    const later = openLater(now, { awaited, similarity });
    known.set(contents, later);
    return later;
  };
}

function awaitedSegments({ awaited, withheld }: IndexContents): readonly Segment[] {
  return withheld.length === 0 ? awaited : [...awaited, { columns: buildIndex(withheld) }];
}

function openLater(
  { contents, since, sureness, overdueSince }: Searcher,
  { awaited, similarity }: Pick<SearcherOptions, 'similarity'> & { readonly awaited: readonly Segment[] },
): LaterSearcher {
  const segments = [...contents.segments, ...awaited];
  const alone = openIndex(awaited);
  const beingChanged = new Set(contents.withheld.map(({ id }) => id));
  const because = ({ factId }: Quote, asked: Date): AwaitedFact['because'] | undefined => {
    if (beingChanged.has(factId)) return 'being-changed';
    const releasedAt = contents.released.get(factId) ?? contents.released.get(articleOf(factId));
    const wasAwaited = releasedAt !== undefined && releasedAt > asked;
    return wasAwaited || alone.passage(factId) !== undefined ? 'embargo' : undefined;
  };
  return {
    searcher: openSearcher({ ...contents, segments }, since, { similarity, sureness, overdueSince }),
    awaitedIn: (answer, asked) =>
      sureQuotes(answer, sureness.sureFrom).flatMap((quote) => {
        const why = because(quote, asked);
        return why === undefined ? [] : [{ quote, because: why }];
      }),
  };
}

/** A sentence of an article is known by the article's URI and its place. */
const articleOf = (factId: string) => factId.slice(0, Math.max(factId.lastIndexOf('#'), 0));
