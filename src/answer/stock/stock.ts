import type { Corpus, Passage, Problem } from '../../corpus/index.ts';
import type { Segment } from '../../search/index.ts';
import type { NameLists } from './archive-names.ts';

/** Everything that may be shown at one moment, ready to be searched. Plain data: it can come from another thread. */
export interface Stock {
  /** The desk's facts first, then the archive. */
  readonly segments: readonly Segment[];
  /** The desk's facts once more, to browse in. */
  readonly facts: readonly Passage[];
  /** What the articles are named by. */
  readonly names: NameLists;
  /** When other passages become visible, or cease to be; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
  /** What of the archive could not be read, where it was not told before. */
  readonly problems: readonly Problem[];
  /** Whether so much of the archive has changed that its index should be built anew. */
  readonly isWorn: boolean;
}

/** Where stock comes from. */
export interface Stockroom {
  /** Puts together what of a corpus may be shown at `now`. Rejects with a CorpusError when it cannot be read. */
  stock(corpus: Corpus, now: Date): Promise<Stock>;
}
