import type { Passage } from '../corpus/index.ts';
import type { CorpusStatistics } from './indexing/corpus-statistics.ts';
import type { WantedPassages } from './retrieval/wanted-passages.ts';

/** What was fetched of an archive, or that it could not be asked. */
export type FetchedPassages =
  | {
      readonly kind: 'fetched';
      /** Whole paragraphs that may be shown at this moment, each once, in the order of the archive. */
      readonly paragraphs: readonly (readonly Passage[])[];
      /**
       * For each of these passages, whether its words still stand there and may be shown. Rejects with an
       * `UnreachableFileError` where that cannot be told just now.
       */
      verify(passages: readonly Passage[]): Promise<readonly boolean[]>;
    }
  | { readonly kind: 'unreachable' };

/** An archive that lies elsewhere, and that is asked anew for every question. */
export interface ArchiveSource {
  /**
   * What is known of all its passages, the same object until that changes; undefined as long as it was never reached.
   */
  statistics(): CorpusStatistics | undefined;
  /**
   * Fetches the passages that are wanted most, some hundred for each of what is wanted. Never rejects; gives up as soon
   * as the signal is aborted.
   */
  fetch(wanted: readonly WantedPassages[], signal: AbortSignal): Promise<FetchedPassages>;
}
