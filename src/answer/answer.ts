import type { PassageKind } from '../corpus/index.ts';
import type { Assumption, Mismatch, OnPart, Range } from '../search/index.ts';
import type { AnswerExplanation } from './explain-answer.ts';
import type { Standing } from './figures-over-time.ts';
import type { TopicCount } from './on-file.ts';
import type { Spread } from './spread.ts';

/** Where a quote can be checked. What was not recorded is null, and is said to be so. */
export interface QuoteSource {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly file: string;
  /** Line of the quote's first word in `file`, from 1. */
  readonly line: number;
}

/** Words that stand in the corpus, with who said them, when, and where to check. */
export interface Quote {
  readonly factId: string;
  /** The passage's text, unaltered. */
  readonly text: string;
  readonly kind: PassageKind;
  readonly attribution: string;
  /** Partial date (`2024`, `2024-11`, `2024-11-20`). */
  readonly asOf: string;
  /** True where `asOf` is only the day the desk read a source that bears no date. */
  readonly isUndated?: boolean;
  /** Partial date of publication; null when the source bears none. */
  readonly published: string | null;
  readonly source: QuoteSource;
  /** Partial date by whose end the desk was to look at it again, where that has passed. */
  readonly reviewWasDue?: string;
  /** Probability (0 to 1) that this quote answers the question. */
  readonly confidence: number;
  /**
   * How its figure stands to that of the first quote, which is of the time asked for, or the newest; left out where it
   * answers by itself.
   */
  readonly standing?: Standing;
  /** What to make bold: ranges of UTF-16 offsets in `text`, ascending, not overlapping. */
  readonly highlights: readonly Range[];
  /** In how many outlets these very words stand. @default in this one alone, as far as is on file */
  readonly spread?: Spread;
  /** In what it does not fit the question, the weightiest first. @default nothing tells against it */
  readonly mismatches?: readonly Mismatch[];
}

/** At least one. */
export type Quotes = readonly [Quote, ...Quote[]];

/** How much was on file when the question was asked. */
export interface Searched {
  readonly facts: number;
  readonly sources: number;
}

/** A fact that is offered to whoever named a topic. */
export interface OfferedFact {
  readonly quote: Quote;
  /** A question that it answers; null where the desk wrote none down. */
  readonly answers: string | null;
}

/** A topic that a question names, with its newest facts. */
export interface NamedTopic extends TopicCount {
  /** The newest by what they are as of first, without those that the answer quotes; at least one. */
  readonly newest: readonly OfferedFact[];
}

/** What the bot has and did not answer from: where there is any, nothing is said to be "not on file". */
export type NotSearched =
  /** A fact that may answer was on file, and a save that cannot be read withholds it. */
  | { readonly kind: 'being-changed' }
  /** Only what is on some topics is searched where it was asked. */
  | { readonly kind: 'other-topics'; readonly searched: readonly string[] }
  /** The archive is being read for the first time, or cannot be read. */
  | { readonly kind: 'archive-loading' }
  | { readonly kind: 'archive-unreachable' };

interface Asked {
  readonly question: string;
  /** What was searched instead, when the question leaned on an earlier one, or only a part of it was met. */
  readonly understoodAs?: string;
  /** Words of the question that were searched as others. */
  readonly assumptions: readonly Assumption[];
  /** What the asker should know of how the question was read, in plain sentences. */
  readonly remarks: readonly string[];
  readonly searched: Searched;
  /** The topic that the question names and asks nothing more of; never beside a sure answer or a list. */
  readonly onTopic?: NamedTopic;
  /** Why the outcome is what it is; there when `AskOptions.explain` asked for it. */
  readonly explanation?: AnswerExplanation;
  /** Milliseconds from question to answer. */
  readonly tookMs: number;
}

/** What a question gets: quotes with their sources, or a plain "nothing on file". */
export type Answer =
  /** Sure: the first quote answers. */
  | (Asked & { readonly outcome: 'answer'; readonly quotes: Quotes })
  /** A list was asked for, and each quote tells a part of it; at least two. */
  | (Asked & {
      readonly outcome: 'list';
      readonly quotes: Quotes;
      /** How many quotes more on file tell a part, and are not shown. */
      readonly more: number;
    })
  /** Close matches, the reader judges. */
  | (Asked & {
      readonly outcome: 'choices';
      readonly quotes: Quotes;
      /** The quotes answer with different figures, newest first. */
      readonly sourcesDiffer?: true;
    })
  /** Nothing on file answers. */
  | (Asked & {
      readonly outcome: 'none';
      readonly quotes: readonly [];
      readonly nearestTopics: readonly string[];
      /** What the bot has and did not answer from; at least one where it is there. */
      readonly notSearched?: readonly NotSearched[];
    });

/** What of the files is looked at. */
export interface Within {
  /** Only what is on one of these topics. @default everything */
  readonly topics?: readonly string[];
}

/** What the asker does not repeat. */
export interface AskOptions extends Within {
  /** The same person's last question, which this one may lean on. */
  readonly earlier?: string;
  /** Explain the outcome. @default false */
  readonly explain?: boolean;
  /** Is told of each part of the work, for whoever measures it. @default nobody is */
  readonly onPart?: OnPart;
}

/**
 * Answers a question. Rejects only when the corpus cannot be read, or a file that would be quoted from cannot be read
 * just now (`UnreachableFileError`), or the question takes too long.
 */
export type Ask = (question: string, options?: AskOptions) => Promise<Answer>;
