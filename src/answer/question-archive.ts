import type { ArchiveSource, FetchedPassages } from '../search/index.ts';
import { lookUpInTime } from './look-up-in-time.ts';
import type { Searcher } from './searcher.ts';
import type { InTime } from './time-limit.ts';

/** No question waits longer for an archive: an answer from the sheets is worth more than a late one. */
const MOST_MS = 1_500;

/** An archive that lies elsewhere, as it is asked for one question. */
export interface QuestionArchive {
  /**
   * A searcher together with what some wordings of the question make fetch; without it where the archive does not give
   * it in time. Throws what `inTime` throws.
   */
  beside(searcher: Searcher, wordings: readonly string[], { now, inTime }: AskedNow): Promise<Searcher>;
  /** Whether anything was searched without the archive. */
  isMissed(): boolean;
}

interface AskedNow {
  readonly now: Date;
  readonly inTime: InTime;
}

/** Where there is no such archive. */
const NO_ARCHIVE: QuestionArchive = {
  beside: (searcher) => Promise.resolve(searcher),
  isMissed: () => false,
};

/** Opens an archive for one question, all wordings of which share `mostMs` milliseconds of waiting. */
export function openQuestionArchive(source: ArchiveSource | undefined, mostMs = MOST_MS): QuestionArchive {
  if (source === undefined) return NO_ARCHIVE;
  let leftMs = mostMs;
  let isMissed = false;
  return {
    isMissed: () => isMissed,
    async beside(searcher, wordings, { now, inTime }) {
      const { index, topics, elsewhere } = searcher;
      const wanted = () => wordings.map((words) => index.wanted(words, { topics, now }));
      const start = performance.now();
      const fetched =
        elsewhere === undefined
          ? UNREACHABLE
          : await fetchWithin(source, lookUpInTime(searcher, wanted, inTime), leftMs);
      leftMs -= performance.now() - start;
      if (fetched.kind === 'unreachable') {
        isMissed = true;
        return searcher;
      }
      const ids = new Set(fetched.paragraphs.flat().map(({ id }) => id));
      return {
        ...searcher,
        onFile: withElsewhere(searcher),
        index: lookUpInTime(searcher, () => index.withFetched(fetched.paragraphs), inTime),
        fetched: { holds: ({ id }) => ids.has(id), verify: (passages) => fetched.verify(passages) },
      };
    },
  };
}

/** What is on file together with what lies elsewhere, where that is searched as a whole. */
function withElsewhere({ onFile, topics, elsewhere }: Searcher): Searcher['onFile'] {
  if (topics !== undefined || elsewhere === undefined) return onFile;
  const { facts, sources } = onFile;
  return { ...onFile, facts: facts + elsewhere.passages, sources: sources + elsewhere.articles };
}

const UNREACHABLE: FetchedPassages = { kind: 'unreachable' };

/** What an archive gives in so many milliseconds. */
function fetchWithin(
  source: ArchiveSource,
  wanted: Parameters<ArchiveSource['fetch']>[0],
  mostMs: number,
): Promise<FetchedPassages> {
  if (mostMs <= 0) return Promise.resolve(UNREACHABLE);
  const over = AbortSignal.timeout(Math.ceil(mostMs));
  const late = new Promise<FetchedPassages>((resolve) =>
    over.addEventListener('abort', () => resolve(UNREACHABLE), { once: true }),
  );
  return Promise.race([source.fetch(wanted, over), late]);
}
