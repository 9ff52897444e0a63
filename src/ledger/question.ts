import type { Answer } from '../answer/index.ts';
import type { FactVersion, ShownFact } from './shown-fact.ts';

/** Where in Slack a question was asked. */
export type Surface =
  | 'command'
  | 'mention'
  /** In the thread of a mention, without one. */
  | 'follow-up'
  | 'direct-message'
  | 'message-shortcut'
  | 'question-box'
  | 'home'
  | 'agent'
  | 'workflow';

/** What became of a question; `failed` when no answer could be worked out and the asker was told so. */
export type Outcome = Answer['outcome'] | 'failed';

/** What stands in a message in its order: lines of the bot's own, and numbers of quotes, from 0. */
export type ReplyFrame = readonly (string | number)[];

/** What a question is about to be replied. */
export interface DecidedAnswer {
  readonly outcome: Outcome;
  /** Best first, each with the probability (0 to 1) that was claimed of it. */
  readonly quoted: readonly (ShownFact & { readonly confidence?: number })[];
  /**
   * What stands in each message of the reply: its own lines, and the places in `quoted` of what it quotes. Kept as long
   * as the words of the question. @default not kept
   */
  readonly frames?: readonly ReplyFrame[] | undefined;
  /** Fingerprint of what worked the probabilities out. @default not kept */
  readonly decision?: string | undefined;
}

/** Where in Slack a question was asked. What a surface does not have (a Home tab has no channel) is null. */
export interface ThreadRef {
  readonly team: string | null;
  readonly channel: string | null;
  /** Timestamp of the message that began the thread. */
  readonly thread: string | null;
}

/** A question as it arrives. */
export interface NewQuestion extends ThreadRef {
  /**
   * The same for every redelivery of the same question, and for nothing else: channel and timestamp of the message
   * (a mention can arrive as two events with two ids), or the trigger of a command. Stored as a hash.
   */
  readonly eventKey: string;
  /** Slack's user id. */
  readonly askedBy: string;
  readonly surface: Surface;
  readonly words: string;
  /** Whether the asker alone sees the reply. The words are then forgotten after a while. */
  readonly isPrivate: boolean;
  /** Address Slack gave for replies, which needs no token: kept until the reply is out, never exported. */
  readonly replyAddress: string | null;
}

/** A question as it is remembered. */
export interface Question extends ThreadRef {
  readonly id: string;
  /** Null once the person was erased. */
  readonly askedBy: string | null;
  readonly surface: Surface;
  /** Null once forgotten. */
  readonly words: string | null;
  readonly isPrivate: boolean;
  readonly replyAddress: string | null;
  readonly askedAt: Date;
  /** Null until the answer was decided. */
  readonly outcome: Outcome | null;
  /** Null until the reply was posted, or the asker was told that there is none. */
  readonly repliedAt: Date | null;
  /** Best first; empty until decided and when nothing was found. */
  readonly quoted: readonly FactVersion[];
}

/** A question without a reply, and how far it got. */
export interface UnansweredQuestion extends Question {
  /** True when an answer was decided: its reply may have been posted without word of it, so look before posting. */
  readonly mayHaveReply: boolean;
}
