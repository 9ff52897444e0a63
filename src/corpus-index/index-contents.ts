import type { CalibrationReading, Passage, Problem, SheetNews, SynonymRule } from '../corpus/index.ts';
import type { Segment } from '../search/index.ts';
import type { NameLists } from './archive-names.ts';

/**
 * Whether the archive is part of some contents: it is, or there is none; it is still being read for the first time; or
 * that failed.
 */
export type ArchiveState = 'read' | 'loading' | 'unreachable';

/** Everything that may be shown at one moment, indexed. Plain data: it can come from another thread. */
export interface IndexContents {
  /** The desk's facts first, then the archive. */
  readonly segments: readonly Segment[];
  /** The desk's facts once more, to browse in. */
  readonly facts: readonly Passage[];
  /** Facts that were shown and are withheld until a broken save is mended: to be known of, never to be shown. */
  readonly withheld: readonly Passage[];
  /** Ids of the facts that the desk surely took back, by a withdrawal or an embargo. */
  readonly takenBack: ReadonlySet<string>;
  /**
   * Facts and articles that may be shown later, indexed by themselves: to know who waits for them. Nothing that is
   * found, counted or told may come from them.
   */
  readonly awaited: readonly Segment[];
  /** By the id of each fact, or the URI of each article, whose embargo ended lately: when it did. */
  readonly released: ReadonlyMap<string, Date>;
  /** By the id of each fact that was superseded: the id of the fact that stands for it now. */
  readonly replacedBy: ReadonlyMap<string, string>;
  /** URIs of the articles that may be shown no longer by their own terms. */
  readonly expired: ReadonlySet<string>;
  /** What the desk says of names and words. */
  readonly synonyms: readonly SynonymRule[];
  /** How sure an answer must be, where that was measured on this corpus. */
  readonly calibration?: CalibrationReading;
  /** What the articles are named by. */
  readonly names: NameLists;
  /** When other passages become visible, or cease to be; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
  /** How many facts are kept, those under embargo and withdrawn ones too. */
  readonly factsKept: number;
  /** What is wrong with the sheets, and which facts are held back for it. */
  readonly news: SheetNews;
  readonly archive: ArchiveState;
  /** What of the archive could not be read, where it was not told before. */
  readonly problems: readonly Problem[];
  /** Whether something could not be looked into just now, so that the corpus should be read again soon. */
  readonly isPartial: boolean;
  /** Whether so much of the archive has changed that its index should be rebuilt. */
  readonly isStale: boolean;
}

/** What contents are to hold. */
export interface ContentsOptions {
  /** Read the archive too, which may take minutes the first time. @default true */
  readonly withArchive?: boolean;
}

/** Indexes the corpus, and keeps that index up to date. */
export interface IndexProvider {
  /** What may be shown at `now` of what was read last. Rejects with a CorpusError when the archive cannot be read. */
  contents(now: Date, options?: ContentsOptions): Promise<IndexContents>;
  /** The same, after reading what was written since. */
  reload(now: Date): Promise<IndexContents>;
}
