import {
  type ArchiveSource,
  type CorpusStatistics,
  type FetchedPassages,
  StatisticsBuilder,
  type WantedPassages,
} from '../search/index.ts';
import { type BreakerNews, CircuitBreaker } from './circuit-breaker.ts';
import { readPublished } from './cluster-index.ts';
import type { Cluster } from './connect-cluster.ts';
import { fetchPassages } from './fetch-passages.ts';
import { readLexicon } from './read-lexicon.ts';
import { verifyDocuments } from './verify-documents.ts';

/** An archive in a cluster, as questions are answered from it. */
export interface ClusterArchive extends ArchiveSource {
  /** Reads the statistics where others are in force. Rejects with a ClusterError. */
  refresh(): Promise<void>;
}

/** How it is asked. */
export interface ClusterArchiveOptions {
  readonly now: () => Date;
  /** Is told when the cluster cannot be asked any longer, and when it can again. */
  readonly report: (news: BreakerNews) => void;
}

/** No call takes longer, in milliseconds: a question does not wait longer for all of them. */
const CALL_MS = 1_500;

/** Opens an archive in a cluster; nothing is asked of it before `refresh` or `fetch`. */
export function openClusterArchive(cluster: Cluster, { now, report }: ClusterArchiveOptions): ClusterArchive {
  const breaker = new CircuitBreaker(now, report);
  let statistics: CorpusStatistics | undefined;
  let lexicon: string | undefined;
  const fetch = async (wanted: readonly WantedPassages[]): Promise<FetchedPassages> => {
    const found = await fetchPassages(cluster, wanted, { now: now(), timeoutMs: CALL_MS });
    const documents = new Map(found.flat().map(({ passage, documentId }) => [passage.id, documentId]));
    return {
      kind: 'fetched',
      paragraphs: found.map((paragraph) => paragraph.map(({ passage }) => passage)),
      verify(passages) {
        const quotables = passages.map((passage) => ({ passage, documentId: documents.get(passage.id) }));
        return verifyDocuments(cluster, quotables, { now: now(), timeoutMs: CALL_MS });
      },
    };
  };
  return {
    statistics: () => statistics,
    fetch: async (wanted) => (await breaker.run(() => fetch(wanted))) ?? { kind: 'unreachable' },
    async refresh() {
      const inForce = (await readPublished(cluster))?.meta?.contents?.lexicon;
      if (inForce === undefined || inForce === lexicon) return;
      const builder = new StatisticsBuilder();
      const read = await readLexicon(cluster, (word, holders) => builder.add(word, holders));
      if (read === undefined) return;
      statistics = builder.finish(read);
      lexicon = inForce;
    },
  };
}
