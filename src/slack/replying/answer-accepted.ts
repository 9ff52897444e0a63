import type { Answer } from '../../answer/index.ts';
import { renderAnswer } from '../blocks/answer.ts';
import { replyMark, withMark } from '../blocks/marks.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Sent } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { withStatus } from '../sending/status.ts';
import { tellWhenLate } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import { type Conversation, idsOf } from './conversation.ts';
import { endAttempts, outcomeOf, recordAnswer, recordDelivery } from './record-outcome.ts';

/** A question that the ledger has taken. */
export interface AcceptedQuestion {
  readonly questionId: string;
  readonly question: string;
  /** What the same person asked before, which this one may lean on. */
  readonly earlier?: string | undefined;
}

/**
 * Answers a question that is in the ledger, and writes down what became of it. Never rejects. A question whose asker
 * could be told nothing at all stays open in the ledger and is answered later.
 */
export async function answerAccepted(
  services: Services,
  { questionId, question, earlier }: AcceptedQuestion,
  conversation: Conversation,
): Promise<void> {
  const ids = { ...idsOf(conversation.origin), question: questionId };
  const { logger, inHand } = services;
  inHand.add(questionId);
  const isHere = tellWhenLate(conversation.lateWord, services);
  let answer: Answer | null = null;
  try {
    await services.turnstile();
    answer = await askPatiently(services, { question, earlier }, conversation);
    await recordAnswer(services, questionId, answer);
    const sent = await sendAnswer(answer, questionId, conversation);
    isHere();
    await recordDelivery(services, { questionId, answer, sent }, conversation);
    logger.info({ ...ids, outcome: answer.outcome }, 'replied');
  } catch (error) {
    const outcome = outcomeOf(answer);
    logger.error({ ...ids, outcome, ...errorFields(error) }, 'the reply was not sent');
    await tellFailure(services, { questionId, answer, error }, conversation);
  } finally {
    isHere();
    inHand.delete(questionId);
  }
}

function askPatiently(
  { factDesk, wait, settings }: Services,
  { question, earlier }: Pick<AcceptedQuestion, 'question' | 'earlier'>,
  { showStatus, origin }: Conversation,
): Promise<Answer> {
  const { topics } = settings.of(origin.channel);
  const asked = factDesk.ask(question, {
    ...(earlier !== undefined && { earlier }),
    ...(topics !== null && { topics }),
  });
  return showStatus === undefined ? asked : withStatus(asked, showStatus, wait);
}

async function sendAnswer(answer: Answer, questionId: string, conversation: Conversation): Promise<Sent> {
  const { reply, options } = conversation;
  const messages = renderAnswer(answer, { ...options, questionId });
  const [first, ...further] = messages.map((message, index) =>
    withMark(message, replyMark(questionId, index)),
  );
  if (first === undefined) throw new Error('The answer was rendered as no message at all.');
  const sent = await reply(first);
  for (const message of further) await reply(message);
  return sent;
}

interface Failure {
  readonly questionId: string;
  /** Null when it was not worked out. */
  readonly answer: Answer | null;
  readonly error: unknown;
}

async function tellFailure(
  services: Services,
  { questionId, answer, error }: Failure,
  conversation: Conversation,
): Promise<void> {
  const { logger } = services;
  try {
    const sent = await conversation.whisper(failureNotice(error));
    if (answer === null) await recordAnswer(services, questionId, null);
    await recordDelivery(services, { questionId, answer: null, sent }, conversation);
  } catch (failure) {
    logger.error({ question: questionId, ...errorFields(failure) }, 'the asker could not be told');
    await endAttempts(services, questionId);
  }
}
