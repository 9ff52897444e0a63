import type { Answer } from '../../answer/index.ts';
import { type FactVersion, factVersion, type Outcome } from '../../ledger/index.ts';
import type { Sent } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import type { Conversation } from './conversation.ts';

/**
 * Writes down that nobody could be told. It is tried again until somebody can be: such a question does not end the process. Never
 * rejects.
 */
export async function endAttempts({ ledger, logger }: Services, questionId: string): Promise<void> {
  try {
    await ledger.endAttempts(questionId);
  } catch (error) {
    logger.error(
      { question: questionId, ...errorFields(error) },
      'the end of an attempt was not written down',
    );
  }
}

/**
 * Writes down what is about to be replied. Never rejects: the reply matters more than the book about it, so what cannot be
 * written down is logged, and the asker still answered.
 */
export async function recordAnswer(
  { ledger, logger }: Services,
  questionId: string,
  answer: Answer | null,
): Promise<void> {
  try {
    await ledger.recordAnswer(questionId, { outcome: outcomeOf(answer), quoted: quotedIn(answer) });
  } catch (error) {
    logger.error({ question: questionId, ...errorFields(error) }, 'the answer was not written down');
  }
}

/** Writes down that a reply is out, or that whoever asked knows that there is none. Never rejects. */
export async function recordDelivery(
  { ledger, logger }: Services,
  {
    questionId,
    answer,
    sent,
  }: { readonly questionId: string; readonly answer: Answer | null; readonly sent: Sent },
  { origin }: Conversation,
): Promise<void> {
  try {
    await ledger.recordDelivery({
      questionId,
      facts: quotedIn(answer),
      channel: sent.channel ?? origin.channel,
      messageTs: sent.ts,
      seenBy: origin.isPrivate || answer === null ? origin.askedBy : null,
      sentBy: null,
    });
  } catch (error) {
    logger.error({ question: questionId, ...errorFields(error) }, 'the delivery was not written down');
  }
}

/** What became of a question, by its answer; null when it was not worked out. */
export function outcomeOf(answer: Answer | null): Outcome {
  return answer?.outcome ?? 'failed';
}

function quotedIn(answer: Answer | null): readonly FactVersion[] {
  return (answer?.quotes ?? []).map(factVersion);
}
