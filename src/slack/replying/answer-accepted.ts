import type { Answer } from '../../answer/index.ts';
import { renderAnswer } from '../blocks/answer-message.ts';
import { replyMark, withMark } from '../blocks/marks.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Sent } from '../sending/send.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import { withStatus } from '../sending/status.ts';
import { tellWhenLate } from '../sending/tell-when-late.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { earlierQuestion } from './earlier-question.ts';
import { type AcceptedQuestion, idsOf, type QuestionContext } from './question-context.ts';
import { endAttempts, isForAskerAlone, outcomeOf, recordAnswer, recordDelivery } from './record-outcome.ts';

/**
 * Answers a question that is in the ledger, and writes down what became of it. Never rejects. A question whose asker
 * could be told nothing at all stays open in the ledger and is answered later.
 */
export async function answerAccepted(
  services: Services,
  accepted: AcceptedQuestion,
  context: QuestionContext,
): Promise<void> {
  const { questionId } = accepted;
  const ids = { ...idsOf(context.origin), question: questionId };
  const { logger, inHand } = services;
  inHand.add(questionId);
  const isHere = tellWhenLate(context.lateWord, services);
  let answer: Answer | null = null;
  const progress = { isSent: false };
  try {
    await services.ackPriority.yieldToAcks();
    answer = await askPatiently(services, accepted, context);
    await recordAnswer(services, questionId, answer);
    const sent = await sendAnswer(answer, questionId, { context, progress });
    isHere();
    await recordDelivery(services, { questionId, answer, sent }, context);
    logger.info({ ...ids, outcome: answer.outcome }, 'replied');
  } catch (error) {
    const outcome = outcomeOf(answer);
    logger.error({ ...ids, outcome, ...errorFields(error) }, 'the reply was not sent');
    await tellFailure(services, { questionId, answer, error, ...progress }, context);
  } finally {
    isHere();
    inHand.delete(questionId);
  }
}

async function askPatiently(
  services: Services,
  accepted: AcceptedQuestion,
  { showStatus, origin }: QuestionContext,
): Promise<Answer> {
  const earlier = await earlierQuestion(services.ledger, accepted, origin);
  const files = filesIn(origin.channel, services);
  const asked = files.ask(accepted.question, earlier === undefined ? {} : { earlier });
  return showStatus === undefined ? asked : withStatus(asked, showStatus, services.wait);
}

interface Sending {
  readonly context: QuestionContext;
  /** Noted as soon as the first message is out. */
  readonly progress: { isSent: boolean };
}

async function sendAnswer(answer: Answer, questionId: string, { context, progress }: Sending): Promise<Sent> {
  const { options } = context;
  const reply = isForAskerAlone(answer, context.origin) ? context.replyPrivately : context.reply;
  const messages = renderAnswer(answer, { ...options, questionId });
  const [first, ...further] = messages.map((message, index) =>
    withMark(message, replyMark(questionId, index)),
  );
  if (first === undefined) throw new Error('The answer was rendered as no message at all.');
  const sent = await reply(first);
  progress.isSent = true;
  for (const message of further) await reply(message);
  return sent;
}

interface Failure {
  readonly questionId: string;
  /** Null when it was not worked out. */
  readonly answer: Answer | null;
  readonly error: unknown;
  /** Whether part of the reply is out. */
  readonly isSent: boolean;
}

async function tellFailure(
  services: Services,
  { questionId, answer, error, isSent }: Failure,
  context: QuestionContext,
): Promise<void> {
  const { logger } = services;
  try {
    const sent = await context.replyPrivately(failureNotice(error));
    if (answer === null) await recordAnswer(services, questionId, null);
    await recordDelivery(services, { questionId, answer: null, sent }, context);
  } catch (failure) {
    logger.error({ question: questionId, ...errorFields(failure) }, 'the asker could not be told');
    const mayHaveReply = isSent || [error, failure].some((each) => slackFailure(each).kind === 'unsure');
    await endAttempts(services, questionId, { mayHaveReply });
  }
}
