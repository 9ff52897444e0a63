import { type DecidedAnswer, factVersion, type Outcome } from '../../ledger/index.ts';
import { framesOf } from '../blocks/message-frames.ts';
import type { Sent } from '../sending/send.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { deliveryKind, shownFacts } from './describe-delivery.ts';
import { placeQuotes } from './place-quotes.ts';
import type { QuestionContext } from './question-context.ts';
import type { Reply } from './reply.ts';

/** What is written down of a reply. */
type Replied = Pick<Reply, 'outcome' | 'quotes' | 'decision'> & Partial<Pick<Reply, 'messages'>>;

/**
 * Writes down that nobody could be told. It is tried again until somebody can be: such a question does not end the
 * process. Never rejects.
 */
export async function endAttempts(
  { ledger, logger }: Services,
  questionId: string,
  end: { readonly mayHaveReply: boolean },
): Promise<void> {
  try {
    await ledger.endAttempts(questionId, end);
  } catch (error) {
    logger.error(
      { question: questionId, ...errorFields(error) },
      'the end of an attempt was not written down',
    );
  }
}

/**
 * Writes down what is about to be replied. Never rejects: the reply matters more than the book about it, so what cannot
 * be written down now is written later, and the asker still answered.
 */
export function recordAnswer(
  { ledger, lateWrites }: Services,
  questionId: string,
  reply: Replied | null,
): Promise<void> {
  return lateWrites.write({
    ids: { question: questionId },
    what: 'the answer',
    write: () => ledger.recordAnswer(questionId, decidedAnswer(reply)),
  });
}

/**
 * Writes down that a reply is out, or that whoever asked knows that there is none; later, where it cannot be now. Never
 * rejects.
 */
export function recordDelivery(
  { ledger, lateWrites }: Services,
  { questionId, reply, sent }: Delivered,
  { origin }: QuestionContext,
): Promise<void> {
  const isForAsker = origin.isPrivate || reply === null || isForAskerAlone(reply, origin);
  const [first, ...further] = placeQuotes(reply, sent).map(({ quotes, channel, ts }) => ({
    kind: deliveryKind({ channel, ts }),
    questionId,
    // Their words are written down with the answer.
    facts: quotes.map(factVersion),
    channel: channel ?? origin.channel,
    messageTs: ts,
    person: origin.askedBy,
    seenBy: isForAsker ? origin.askedBy : null,
    sentBy: null,
  }));
  return lateWrites.write({
    ids: { question: questionId },
    what: 'the delivery',
    write: async () => {
      if (first !== undefined) await ledger.recordDelivery(first, ...further);
    },
  });
}

/** What is out, and where each of its messages stands; at least one. */
interface Delivered {
  readonly questionId: string;
  /** Null where whoever asked was told that there is none. */
  readonly reply: Replied | null;
  readonly sent: readonly Sent[];
}

/**
 * Whether a reply goes to the asker alone wherever it was asked. Where nobody called the bot, only an answer is worth
 * everybody's while: what was taken for a question may have been none.
 */
export function isForAskerAlone(
  { outcome }: Pick<Reply, 'outcome'>,
  { surface }: Pick<QuestionContext['origin'], 'surface'>,
): boolean {
  return surface === 'follow-up' && outcome !== 'answer' && outcome !== 'list';
}

/** What became of a question, by its answer; null when it was not worked out. */
export function outcomeOf(reply: Replied | null): Outcome {
  return reply?.outcome ?? 'failed';
}

/** What the ledger keeps of a reply; null for one that was not worked out. */
export function decidedAnswer(reply: Replied | null): DecidedAnswer {
  const { quotes = [], decision } = reply ?? {};
  const quoted = shownFacts(quotes).map((fact, at) => {
    const confidence = quotes[at]?.confidence;
    return decision === undefined || confidence === undefined ? fact : { ...fact, confidence };
  });
  const frames = framesOf(reply?.messages ?? [], quotes);
  return { outcome: outcomeOf(reply), quoted, decision, frames };
}
