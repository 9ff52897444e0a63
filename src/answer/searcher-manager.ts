import type { Problem } from '../corpus/index.ts';
import type { IndexContents, IndexProvider } from '../corpus-index/index.ts';
import type { ArchiveSource } from '../search/index.ts';
import { openSearcher, type Searcher, type SearcherOptions } from './searcher.ts';
import { readSureness } from './sureness.ts';

/** What a searcher is opened from. */
export interface SearcherManagerOptions extends Pick<SearcherOptions, 'similarity' | 'overdueSince'> {
  readonly now: () => Date;
  readonly indexProvider: IndexProvider;
  /** Is told of what in the archive could not be read, and of a calibration that is not used. */
  readonly report: (problem: Problem) => void;
  /** Is called when the archive's index should be rebuilt. */
  readonly onStale: () => void;
  /** The probability (0 to 1) from which a quote is given as the answer. @default as the corpus was calibrated */
  readonly sureFrom?: number | undefined;
  /** What probabilities are worked out by: a calibration holds for one such fingerprint. */
  readonly decision: string;
  /** An archive that lies elsewhere. @default there is none */
  readonly archive?: ArchiveSource | undefined;
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

/**
 * A searcher is out of date when an embargo or an expiry has passed, when the clock was put back, and when an archive
 * that lies elsewhere holds other words.
 */
const isOutdated = (
  { since, until, elsewhere }: Searcher,
  now: Date,
  archive: ArchiveSource | undefined,
): boolean => now < since || (until !== undefined && until <= now) || elsewhere !== archive?.statistics();

/** Opens the first searcher. Rejects with a CorpusError when the corpus cannot be read. */
export async function openSearcherManager({
  now,
  indexProvider,
  report,
  onStale,
  ...options
}: SearcherManagerOptions): Promise<SearcherManager> {
  /** What was reported of the calibration last: it is the same with every reading of the corpus. */
  let told: string | undefined;
  const open = async (since: Date, loading: Promise<IndexContents>) => {
    const contents = await loading;
    contents.problems.forEach(report);
    if (contents.isStale) onStale();
    const { sureness, problem } = readSureness(contents.calibration, options.decision);
    if (problem && problem.what !== told) report(problem);
    told = problem?.what;
    const { sureFrom = sureness.sureFrom, archive } = options;
    const how = { ...options, sureness: { ...sureness, sureFrom }, elsewhere: archive?.statistics() };
    return { contents, searcher: openSearcher(contents, since, how) };
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
      if (isOutdated(searcher, now(), options.archive) && opened === asked) {
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
