import { replyMark, withMark } from '../blocks/marks.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Sent } from '../sending/send.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import { withStatus } from '../sending/status.ts';
import { tellWhenLate } from '../sending/tell-when-late.ts';
import type { Services } from '../services/services.ts';
import { noteWaiting } from './note-waiting.ts';
import { type AcceptedQuestion, idsOf, type QuestionContext } from './question-context.ts';
import { endAttempts, isForAskerAlone, outcomeOf, recordAnswer, recordDelivery } from './record-outcome.ts';
import type { Reply } from './reply.ts';
import { tellObserver } from './tell-observer.ts';
import { workOutReply } from './work-out-reply.ts';

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
  let reply: Reply | null = null;
  const progress = { isSent: false };
  try {
    await services.ackPriority.yieldToAcks();
    reply = await workOutPatiently(services, accepted, context);
    await recordAnswer(services, questionId, reply);
    const sent = await sendReply(reply, questionId, { context, progress });
    isHere();
    await recordDelivery(services, { questionId, reply, sent }, context);
    tellObserver(services, reply.outcome, { ...accepted, ...context.origin });
    logger.info({ ...ids, outcome: reply.outcome }, 'replied');
    if (isUnsure(reply)) await noteWaiting(services, { ...accepted, origin: context.origin });
  } catch (error) {
    const outcome = outcomeOf(reply);
    logger.error({ ...ids, outcome, ...errorFields(error) }, 'the reply was not sent');
    await tellFailure(services, { questionId, reply, error, ...progress }, context);
    tellObserver(services, 'failed', { ...accepted, ...context.origin });
  } finally {
    isHere();
    inHand.delete(questionId);
  }
}

/** Whether more may come to be said to it. */
const isUnsure = ({ outcome }: Reply) => outcome === 'none' || outcome === 'choices';

function workOutPatiently(
  services: Services,
  accepted: AcceptedQuestion,
  context: QuestionContext,
): Promise<Reply> {
  const { showStatus } = context;
  const reply = workOutReply(services, accepted, context);
  return showStatus === undefined ? reply : withStatus(reply, showStatus, services.wait);
}

interface Sending {
  readonly context: QuestionContext;
  /** Noted as soon as the first message is out. */
  readonly progress: { isSent: boolean };
}

async function sendReply(
  reply: Reply,
  questionId: string,
  { context, progress }: Sending,
): Promise<readonly Sent[]> {
  const send = isForAskerAlone(reply, context.origin) ? context.replyPrivately : context.reply;
  const [first, ...further] = reply.messages.map((message, index) =>
    withMark(message, replyMark(questionId, index)),
  );
  if (first === undefined) throw new Error('The answer was rendered as no message at all.');
  const sent = [await send(first)];
  progress.isSent = true;
  for (const message of further) sent.push(await send(message));
  return sent;
}

interface Failure {
  readonly questionId: string;
  /** Null when it was not worked out. */
  readonly reply: Reply | null;
  readonly error: unknown;
  /** Whether part of the reply is out. */
  readonly isSent: boolean;
}

async function tellFailure(
  services: Services,
  { questionId, reply, error, isSent }: Failure,
  context: QuestionContext,
): Promise<void> {
  const { logger } = services;
  try {
    const sent = await context.replyPrivately(failureNotice(error));
    if (reply === null) await recordAnswer(services, questionId, null);
    await recordDelivery(services, { questionId, reply: null, sent: [sent] }, context);
  } catch (failure) {
    logger.error({ question: questionId, ...errorFields(failure) }, 'the asker could not be told');
    const mayHaveReply = isSent || [error, failure].some((each) => slackFailure(each).kind === 'unsure');
    await endAttempts(services, questionId, { mayHaveReply });
  }
}
