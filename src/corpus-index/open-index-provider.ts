import {
  type Corpus,
  type CorpusReading,
  earlier,
  type Fact,
  type Passage,
  type Problem,
  readVisibleFacts,
  toPassage,
  type VisibleFacts,
} from '../corpus/index.ts';
import type { Segment } from '../search/index.ts';
import { NO_NAMES } from './archive-names.ts';
import { type ArchiveContents, type ArchiveIndexOptions, openArchiveSegments } from './archive-segments.ts';
import { openAwaitedFacts } from './awaited-facts.ts';
import type { FactVectors } from './fact-vectors.ts';
import { type FactsBySheet, sortBySheet } from './facts-by-sheet.ts';
import type { IndexContents, IndexProvider } from './index-contents.ts';
import { openSheetIndex, type SheetSegment } from './sheet-segments.ts';

/** Reads the corpus as it is at this moment. */
export type ReadCorpus = () => CorpusReading | Promise<CorpusReading>;

/** How a corpus is indexed. */
export interface IndexProviderOptions extends ArchiveIndexOptions {
  /** What facts mean. @default no sentence encoder tells */
  readonly vectors?: FactVectors | undefined;
}

/** An index provider that works in the thread in which it was opened. */
export interface LocalIndexProvider extends IndexProvider {
  /** The facts of the last contents, by their sheets. */
  factsBySheet(): FactsBySheet;
  /** The facts under embargo of the last contents: of this thread alone. */
  embargoedFacts(): readonly Passage[];
  /** Has the next contents read the archive's index from its file. */
  reread(): void;
}

/** Opens an index provider in this thread. What did not change since the last time is not indexed again. */
export function openIndexProvider(read: ReadCorpus, options: IndexProviderOptions = {}): LocalIndexProvider {
  const sheets = openSheetIndex();
  const awaitedFacts = openAwaitedFacts();
  const withVectors = ({ segment, passages }: SheetSegment): Segment => {
    const vectors = options.vectors?.vectorsOf(passages);
    return vectors ? { ...segment, vectors } : segment;
  };
  let articles = openArchiveSegments(options);
  const asPassage = createPassages();
  let reading: CorpusReading | undefined;
  let bySheet: FactsBySheet = new Map();
  const contentsOf = async (read: CorpusReading, now: Date, withArchive = true): Promise<IndexContents> => {
    const { corpus, isPartial } = read;
    const archive = withArchive || corpus.archive.length === 0 ? 'read' : 'loading';
    const { until, ...visible } = readVisibleFacts(corpus.facts, now, asPassage);
    bySheet = sortBySheet(visible.passages, bySheet);
    const alone: IndexContents = {
      ...{ archive, ...ofSheets(read, visible), until, isPartial },
      segments: sheets.segments(bySheet).map(withVectors),
      awaited: awaitedFacts.segments(visible.embargoed).map(withVectors),
      ...NO_ARCHIVE,
    };
    if (corpus.archive.length === 0 || archive === 'loading') return alone;
    const problems: Problem[] = [];
    const archived = await articles.contents({
      ...{ folders: corpus.archive, now },
      tell: (problem) => problems.push(problem),
    });
    return withArticles(alone, archived, problems);
  };
  return {
    factsBySheet: () => bySheet,
    embargoedFacts: awaitedFacts.facts,
    reread() {
      articles = openArchiveSegments(options);
    },
    async contents(now, options) {
      reading ??= await read();
      return contentsOf(reading, now, options?.withArchive);
    },
    async reload(now) {
      reading = await read();
      return contentsOf(reading, now);
    },
  };
}

/** The contents of the sheets together with those of the archive. */
function withArticles(
  sheets: IndexContents,
  { segments, awaited, released, names, expired, until, isStale }: ArchiveContents,
  problems: readonly Problem[],
): IndexContents {
  return {
    ...sheets,
    segments: [...sheets.segments, ...segments],
    awaited: [...sheets.awaited, ...awaited.segments],
    released: new Map([...sheets.released, ...released]),
    until: earlier(sheets.until, until),
    isPartial: sheets.isPartial || problems.length > 0,
    ...{ names, expired, problems, isStale },
  };
}
/** What contents tell of an archive that is not part of them. */
const NO_ARCHIVE = { names: NO_NAMES, expired: new Set<string>(), problems: [], isStale: false } as const;

/** What contents tell of the sheets, whatever the archive holds. */
function ofSheets({ corpus, news }: CorpusReading, visible: Omit<VisibleFacts, 'until'>) {
  const { passages: facts, withheld, takenBack, released, replacedBy } = visible;
  return { facts, withheld, takenBack, released, replacedBy, news, ...saidByDesk(corpus) };
}

/** What the desk says beside its facts. */
function saidByDesk({ facts, synonyms, calibration }: Corpus) {
  return { factsKept: facts.length, synonyms, ...(calibration && { calibration }) };
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
