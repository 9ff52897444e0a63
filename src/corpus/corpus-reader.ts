import { keepLastGood } from './keep-last-good.ts';
import { type Corpus, type CorpusPlace, inspectAgain } from './load-corpus.ts';
import type { Problem } from './problem.ts';
import { openSheetReader } from './sheets/read-sheets.ts';

/** What is wrong with the sheets of a corpus, and what it costs. */
export interface SheetNews {
  readonly problems: readonly Problem[];
  /** Ids of the facts that are not shown until their sheet is mended: whether they may be is in doubt. */
  readonly heldBack: readonly string[];
}

/** A corpus to answer from, as it was read at one moment. */
export interface CorpusReading {
  readonly corpus: Corpus;
  readonly news: SheetNews;
  /** Whether something could not be looked into just now, so that it should be read again soon. */
  readonly isPartial: boolean;
}

/** Reads a corpus again and again. */
export interface CorpusReader {
  /**
   * Reads what was written since the last time. Of a file that is broken now, what was good last stays, less what it may
   * take back; the first time there is none of that, and the sound sheets are all. Never rejects.
   */
  read(): Promise<CorpusReading>;
}

/** A corpus that is given, and was sound. */
export function soundReading(corpus: Corpus): CorpusReading {
  return { corpus, news: { problems: [], heldBack: [] }, isPartial: false };
}

/** Opens a corpus; reads nothing yet. */
export function openCorpusReader(place: CorpusPlace): CorpusReader {
  const sheets = openSheetReader(place.sheets);
  let inUse: Corpus = { facts: [], sheets: 0, synonyms: [], archive: place.archive };
  return {
    async read() {
      const found = await inspectAgain(place, sheets);
      const { corpus, heldBack } = keepLastGood(inUse, found);
      inUse = corpus;
      return { corpus, news: { problems: found.problems, heldBack }, isPartial: found.isPartial };
    },
  };
}
