import {
  type CorpusReading,
  earlier,
  type Fact,
  type Passage,
  type Problem,
  readVisibleFacts,
  toPassage,
} from '../../corpus/index.ts';
import { NO_NAMES } from './archive-names.ts';
import { type ArchiveIndexOptions, openArchiveSegments } from './archive-segments.ts';
import { type FactsBySheet, sortBySheet } from './facts-by-sheet.ts';
import { openSheetIndex } from './sheet-segments.ts';
import type { Stock, Stockroom } from './stock.ts';

/** Reads the corpus as it is at this moment. */
export type ReadCorpus = () => CorpusReading | Promise<CorpusReading>;

/** A stockroom that works in the thread in which it was opened. */
export interface LocalStockroom extends Stockroom {
  /** The facts of the last stock, by their sheets. */
  factsBySheet(): FactsBySheet;
  /** Has the next stock read the archive's index from its file. */
  reread(): void;
}

/** Opens a stockroom in this thread. What it learns of sheets and archive it keeps for the next time. */
export function openStockroom(read: ReadCorpus, options: ArchiveIndexOptions = {}): LocalStockroom {
  const sheets = openSheetIndex();
  let articles = openArchiveSegments(options);
  const asPassage = createPassages();
  let reading: CorpusReading | undefined;
  let bySheet: FactsBySheet = new Map();
  const stockOf = async ({ corpus, news, isPartial }: CorpusReading, now: Date): Promise<Stock> => {
    const { passages, until } = readVisibleFacts(corpus.facts, now, asPassage);
    bySheet = sortBySheet(passages, bySheet);
    const known = { facts: passages, synonyms: corpus.synonyms, news, factsKept: corpus.facts.length };
    const segments = sheets.segments(bySheet);
    if (corpus.archive.length === 0)
      return { ...known, segments, names: NO_NAMES, until, problems: [], isPartial, isWorn: false };
    const problems: Problem[] = [];
    const shelving = await articles.shelve({
      ...{ folders: corpus.archive, now },
      tell: (problem) => problems.push(problem),
    });
    return {
      ...known,
      segments: [...segments, ...shelving.segments],
      names: shelving.names,
      until: earlier(until, shelving.until),
      problems,
      isPartial: isPartial || problems.length > 0,
      isWorn: shelving.isWorn,
    };
  };
  return {
    factsBySheet: () => bySheet,
    reread() {
      articles = openArchiveSegments(options);
    },
    async stock(now) {
      reading ??= await read();
      return stockOf(reading, now);
    },
    async refresh(now) {
      reading = await read();
      return stockOf(reading, now);
    },
  };
}

/** The same passage for the same fact, so that it shows what has changed. */
function createPassages(): (fact: Fact) => Passage {
  const known = new WeakMap<Fact, Passage>();
  return (fact) => {
    const passage = known.get(fact) ?? toPassage(fact);
    known.set(fact, passage);
    return passage;
  };
}
