import { mergeLastKnownGood } from './last-known-good.ts';
import { type Corpus, type CorpusPlace, inspectWith } from './load-corpus.ts';
import type { Problem } from './problem.ts';
import { openSheetReader } from './sheets/read-sheets.ts';

/** The problems of a corpus' sheets, and the facts that are hidden because of them. */
export interface SheetNews {
  readonly problems: readonly Problem[];
  /** Ids of the facts that are hidden until their sheet is mended, because their visibility is in doubt. */
  readonly heldBack: readonly string[];
}

/** A corpus to answer from, as it was read at one moment. */
export interface CorpusReading {
  readonly corpus: Corpus;
  readonly news: SheetNews;
  /** Whether a file could not be read just now, so that the corpus should be read again soon. */
  readonly isPartial: boolean;
}

/** Reads a corpus again and again. */
export interface CorpusReader {
  /**
   * Reads what was written since the last call. A file that is broken now keeps its last valid state, less the facts
   * the broken text may hide; the first call gives the valid sheets only. Never rejects.
   */
  read(): Promise<CorpusReading>;
}

/** The reading of a corpus that is known to be valid. */
export function soundReading(corpus: Corpus): CorpusReading {
  return { corpus, news: { problems: [], heldBack: [] }, isPartial: false };
}

/** Opens a corpus; reads nothing yet. */
export function openCorpusReader(place: CorpusPlace): CorpusReader {
  const sheets = openSheetReader(place.sheets);
  let inUse: Corpus = { facts: [], sheets: 0, synonyms: [], archive: place.archive };
  return {
    async read() {
      const found = await inspectWith(place, sheets);
      const { corpus, heldBack } = mergeLastKnownGood(inUse, found);
      inUse = corpus;
      return { corpus, news: { problems: found.problems, heldBack }, isPartial: found.isPartial };
    },
  };
}
