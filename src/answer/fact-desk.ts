import type { Ask, AskOptions, Quote, Within } from './answer.ts';
import type { FactDetails } from './fact-details.ts';
import type { FollowedFact, ShownText } from './follow-fact.ts';
import type { AwaitedFact } from './later-searcher.ts';
import type { OnFile } from './on-file.ts';
import type { OverdueFact } from './overdue-since.ts';
import type { GivenReply, ReplyStanding } from './reply-standing.ts';
import type { QuestionLikeness } from './same-questions.ts';
import type { Sureness } from './sureness.ts';

/** When a question was asked, and what it may lean on. */
export interface AwaitedOptions extends Pick<AskOptions, 'earlier' | 'topics'> {
  readonly askedAt: Date;
}

/** What the bot and the command line ask: for answers, for single facts, and for what is on file. */
export interface FactDesk {
  /** Fingerprint of what the confidence in quotes is worked out by: that of other ones means something else. */
  readonly decision: string;
  readonly ask: Ask;
  /**
   * What would answer a question surely and could not be shown to anybody when it was asked, since it was under embargo
   * or held back. For the book alone of who waits for it: it is never shown. Rejects as `ask` does.
   */
  awaited(question: string, options: AwaitedOptions): Promise<readonly AwaitedFact[]>;
  /**
   * A fact by its id, with what surrounds it. Null when it is not on file there, or may not be shown at this moment.
   * Rejects with an `UnreachableFileError` where that cannot be told just now.
   */
  fact(factId: string, within?: Within): Promise<FactDetails | null>;
  /**
   * How what was replied stands now. Rejects with an `UnreachableFileError` where that cannot be told just now.
   */
  standing(reply: GivenReply, within?: Within): Promise<ReplyStanding>;
  /** What became of a text that was shown as a fact. Never rejects: what cannot be told just now is `unknown`. */
  follow(shown: ShownText): Promise<FollowedFact>;
  onFile(within?: Within): Promise<OnFile>;
  /** How likely a quote must be to be given as the answer, and how often that may be false. */
  sureness(): Promise<Sureness>;
  /** How like a question each of some others is, in their order: whether whoever answers one has answered both. */
  compareQuestions(question: string, others: readonly string[]): Promise<readonly QuestionLikeness[]>;
  /** Since when what may be shown is what it is: another moment with every reading, and when an embargo ends. */
  filesSince(): Promise<Date>;
  /** Facts on a topic, the newest by what they are as of first, those of undated sources last. */
  factsOnTopic(topic: string, limit: number, within?: Within): Promise<readonly Quote[]>;
  /** The desk's facts that are overdue for a review, in no order. */
  overdueFacts(within?: Within): Promise<readonly OverdueFact[]>;
  /** The newest fact of each source, in the order of `factsOnTopic`. */
  newestFacts(limit: number, within?: Within): Promise<readonly Quote[]>;
}
