import type { AnswerOptions } from '../blocks/answer-options.ts';
import type { Receipt } from '../connection/receipt.ts';
import type { QuestionOrigin } from '../reading/question-origin.ts';
import type { Send } from '../sending/send.ts';
import type { ShowStatus } from '../sending/status.ts';
import type { LateWord } from '../sending/tell-when-late.ts';

/** Who asked, where, and how they are answered. */
export interface QuestionContext {
  /** Who asked, where, and by which event: the ledger takes each event once. */
  readonly origin: QuestionOrigin;
  /** Sends to where the answer belongs. */
  readonly reply: Send;
  /** Sends to the asker alone. */
  readonly replyPrivately: Send;
  /** What goes with the answer. */
  readonly options: Omit<AnswerOptions, 'questionId'>;
  /** Where the asker can be shown that the files are being searched. @default nowhere */
  readonly showStatus?: ShowStatus;
  /** How the asker is told that the reply is late. @default not at all */
  readonly lateWord?: LateWord;
}

/** The context of a message that has just arrived, and may be no question. */
export interface IncomingContext extends QuestionContext {
  /** Slack is told that the question is kept once it is, and nothing when it cannot be. */
  readonly receipt: Pick<Receipt, 'confirm' | 'withhold'>;
  /** Whether it stood there before in other words: what was answered then is not answered again. @default false */
  readonly isEdited?: boolean;
}

/** A question that the ledger has taken. */
export interface AcceptedQuestion {
  readonly questionId: string;
  readonly question: string;
  /** What the same person asked before that, this one may lean on. */
  readonly askedAt: Date;
  /** The question before it in the same message. @default none */
  readonly follows?: AcceptedQuestion;
}

/** What the log may say about a question. */
export function idsOf({ surface, team, channel, askedBy }: QuestionOrigin) {
  return { surface, team, channel, user: askedBy } as const;
}
