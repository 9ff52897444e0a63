import type { Problem } from '../corpus/index.ts';
import type { IndexContents, IndexProvider } from '../corpus-index/index.ts';
import { openSearcher, type Searcher } from './searcher.ts';

/** What a searcher is opened from. */
export interface SearcherManagerOptions {
  readonly now: () => Date;
  readonly indexProvider: IndexProvider;
  /** Is told of what in the archive could not be read. */
  readonly report: (problem: Problem) => void;
  /** Is called when the archive's index should be rebuilt. */
  readonly onStale: () => void;
  readonly similarity?: 'off' | undefined;
}

/** Keeps the searcher of the present moment: it is replaced when the corpus is read again, and when an embargo ends. */
export interface SearcherManager {
  /** A searcher of what may be shown now. */
  current(): Promise<Searcher>;
  /** What the last searcher was opened from. */
  contents(): IndexContents;
  /** Opens a searcher of what was written since. Until this resolves, and when it rejects, nothing changes. */
  reload(): Promise<IndexContents>;
}

/** A searcher is out of date when an embargo or an expiry has passed, and when the clock was put back. */
const isOutdated = ({ since, until }: Searcher, now: Date): boolean =>
  now < since || (until !== undefined && until <= now);

/** Opens the first searcher. Rejects with a CorpusError when the corpus cannot be read. */
export async function openSearcherManager({
  now,
  indexProvider,
  report,
  onStale,
  similarity,
}: SearcherManagerOptions): Promise<SearcherManager> {
  const open = async (since: Date, loading: Promise<IndexContents>) => {
    const contents = await loading;
    contents.problems.forEach(report);
    if (contents.isStale) onStale();
    return { contents, searcher: openSearcher(contents, since, similarity) };
  };
  const openNow = (from: (now: Date) => Promise<IndexContents>) => {
    const since = now();
    return open(since, from(since));
  };
  let opened = openNow((since) => indexProvider.contents(since));
  let last = await opened;
  return {
    contents: () => last.contents,
    async current() {
      const asked = opened;
      const { searcher } = await asked;
      // Of all who wait for the same new searcher, the first one opens it.
      if (isOutdated(searcher, now()) && opened === asked) {
        const next = openNow((since) => indexProvider.contents(since));
        opened = next;
        next.then(
          (done) => {
            if (opened === next) last = done;
          },
          // The old searcher answers nothing: it is out of date, and so the next question tries again.
          () => {
            if (opened === next) opened = asked;
          },
        );
      }
      return (await opened).searcher;
    },
    async reload() {
      try {
        last = await openNow((since) => indexProvider.reload(since));
      } catch (error) {
        if (last.searcher.archive !== 'loading') throw error;
        last = { ...last, searcher: { ...last.searcher, archive: 'unreachable' } };
        opened = Promise.resolve(last);
        throw error;
      }
      opened = Promise.resolve(last);
      return last.contents;
    },
  };
}
