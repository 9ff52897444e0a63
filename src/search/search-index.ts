import type { Passage } from '../corpus/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { QuestionVector } from './indexing/passage-vectors.ts';
import type { OnPart } from './on-part.ts';
import type { AnswerType } from './query/answer-type.ts';
import type { ParsedQuery } from './query/parse-query.ts';
import type { Assumption } from './query/query.ts';
import type { Explanation } from './ranking/explain.ts';
import type { Mismatch } from './ranking/mismatch.ts';
import type { Features } from './ranking/score.ts';
import type { WantedPassages } from './retrieval/wanted-passages.ts';
import type { Range } from './text/split-words.ts';

/** A passage that shares something with the question. */
export interface Hit {
  readonly passage: Passage;
  /** Higher is better. Comparable within one search only. */
  readonly score: number;
  /** What the score is made of, before weighing. */
  readonly features: Features;
  /**
   * What to make bold: the words that matched and, where it is a number or a date, the answer; ascending, not
   * overlapping.
   */
  readonly highlights: readonly Range[];
  /** In what it does not fit the question, the weightiest first; empty where nothing tells against it. */
  readonly mismatches: readonly Mismatch[];
  /** Why it stands where it stands, from the very numbers that ranked it. */
  explain(): Explanation;
}

export interface SearchResult {
  /** Best first; equal scores in the order of the passages. */
  readonly hits: readonly Hit[];
  readonly assumptions: readonly Assumption[];
  /** What the question was taken to ask for. */
  readonly asksFor: AnswerType;
  /** Whether all that answer are asked for, and not one. */
  readonly asksForList: boolean;
  /** Whether the newest of several answers is asked for. */
  readonly asksForLatest: boolean;
  /** How many words of the question were searched. */
  readonly askedWords: number;
  /** The question as it was read: its filters and its phrases, which may have to stand in every hit. */
  readonly parsed: ParsedQuery;
}

/** How a question is searched. */
export interface SearchOptions {
  /** Hits at most. @default 10 */
  readonly limit?: number;
  /** The same where a list is asked for: more is looked at than a reply to another question holds. @default limit */
  readonly listLimit?: number;
  /** Only passages on any of these topics. @default all passages */
  readonly topics?: ReadonlySet<string> | undefined;
  /** Ids of passages that are not to be found. @default every one may be */
  readonly except?: ReadonlySet<string> | undefined;
  /** The moment of asking, from which `last year` is counted. @default such dates are words like others */
  readonly now?: Date | undefined;
  /** What the question means. @default no sentence encoder tells */
  readonly vector?: QuestionVector | undefined;
  /** Is told of reading the question and of searching. @default nobody is */
  readonly onPart?: OnPart | undefined;
}

/**
 * Built once, then only asked: a search changes nothing. What is remembered of words is the same for every question.
 */
export interface SearchIndex extends Catalogue {
  /** How many passages can be found, those that lie elsewhere among them. */
  readonly size: number;
  /**
   * Finds passages; of a question that holds filters only, the newest within them. "Quoted phrases" must stand in a
   * passage, case and accents aside, where nothing else is asked; beside other words, what holds them comes first. The
   * filters `source:`, `topic:`, `speaker:`, `before:`, `after:` and `kind:` narrow what is searched. Never throws,
   * whatever the question holds.
   */
  search(question: string, options?: SearchOptions): SearchResult;
  /** The words of a question as they are understood, without filters and with slips mended: what is to be encoded. */
  mend(question: string, options?: Pick<SearchOptions, 'now'>): string;
  /** What a question wants of passages that lie elsewhere. */
  wanted(question: string, options?: Pick<SearchOptions, 'now' | 'topics' | 'except'>): WantedPassages;
  /**
   * The same index for one question, with the paragraphs that were fetched for it; in the order of the corpus, where
   * they come last. What it finds, and every score, is the same as if all passages stood in one index, as long as the
   * best of them are there. Whole is only what is searched: of passages that lie elsewhere, the catalogue knows those
   * fetched, and counts none but them.
   */
  withFetched(paragraphs: Iterable<readonly Passage[]>): SearchIndex;
  /** Forgets what was noted in searching. Call it when a search was cut off: it may have left notes half written. */
  reopen(): void;
}
