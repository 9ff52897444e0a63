import type { IndexContents } from '../corpus-index/index.ts';
import { buildIndex, openIndex, type SearchIndex, type Segment } from '../search/index.ts';
import type { Answer, Quote } from './answer.ts';
import type { Searcher, SearcherOptions } from './searcher.ts';
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
 * Opens later searchers, each when it is first asked for: its index shares nothing with the one that questions are
 * answered by. Undefined where nothing may be shown later, or was released lately.
 */
export function createLaterSearchers({
  similarity,
}: Pick<SearcherOptions, 'similarity'>): (now: Searcher) => LaterSearcher | undefined {
  const known = new WeakMap<SearchIndex, SearchIndex>();
  return (now) => {
    const { contents, elsewhere } = now;
    const awaited = awaitedSegments(contents);
    if (awaited.length === 0 && contents.released.size === 0) return undefined;
    const segments = [...contents.segments, ...awaited];
    const index = known.get(now.index) ?? openIndex(segments, contents.synonyms, { similarity, elsewhere });
    known.set(now.index, index);
    return {
      // What lies elsewhere may be shown: nobody waits for it, and it is not fetched.
      searcher: { ...now, index, elsewhere: undefined },
      awaitedIn: (answer, asked) =>
        sureQuotes(answer, now.sureness.sureFrom).flatMap((quote) => {
          const because = becauseOf(quote, asked, now);
          return because === undefined ? [] : [{ quote, because }];
        }),
    };
  };
}

function awaitedSegments({ awaited, withheld }: IndexContents): readonly Segment[] {
  return withheld.length === 0 ? awaited : [...awaited, { columns: buildIndex(withheld) }];
}

/** Undefined of what could be shown when it was asked for, and of what was not on file. */
function becauseOf(
  { factId }: Quote,
  asked: Date,
  { index, contents: { withheld, released } }: Searcher,
): AwaitedFact['because'] | undefined {
  if (withheld.some(({ id }) => id === factId)) return 'being-changed';
  const releasedAt = released.get(factId) ?? released.get(articleOf(factId));
  const wasAwaited = releasedAt !== undefined && releasedAt > asked;
  return wasAwaited || index.passage(factId) === undefined ? 'embargo' : undefined;
}

/** A sentence of an article is known by the article's URI and its place. */
const articleOf = (factId: string) => factId.slice(0, Math.max(factId.lastIndexOf('#'), 0));
