import type { Answer } from '../../answer/index.ts';
import { factVersion } from '../../ledger/index.ts';
import { renderAnswer } from '../blocks/answer.ts';
import { replyMark, withMark } from '../blocks/marks.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Sent } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { withStatus } from '../sending/status.ts';
import type { Services } from '../services.ts';
import { type Conversation, idsOf } from './conversation.ts';

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
  try {
    await services.turnstile();
    const answer = await askPatiently(services, { question, earlier }, conversation);
    await recordAnswer(services, questionId, answer);
    const sent = await sendAnswer(answer, questionId, conversation);
    await recordDelivery(services, { questionId, answer, sent }, conversation);
    logger.info({ ...ids, outcome: answer.outcome }, 'replied');
  } catch (error) {
    logger.error({ ...ids, ...errorFields(error) }, 'the reply was not sent');
    await tellFailure(services, { questionId, error }, conversation);
  } finally {
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

async function tellFailure(
  services: Services,
  { questionId, error }: { readonly questionId: string; readonly error: unknown },
  conversation: Conversation,
): Promise<void> {
  const { logger } = services;
  try {
    const sent = await conversation.whisper(failureNotice(error));
    await recordDelivery(services, { questionId, answer: null, sent }, conversation);
  } catch (failure) {
    logger.error({ question: questionId, ...errorFields(failure) }, 'the asker could not be told');
  }
}

/** The reply matters more than the book about it: what cannot be written down now is written later, and the asker is answered. */
function recordAnswer({ ledger, lateWrites }: Services, questionId: string, answer: Answer): Promise<void> {
  const record = { outcome: answer.outcome, quoted: answer.quotes.map(factVersion) };
  return lateWrites.write({
    ids: { question: questionId },
    what: 'the answer',
    write: () => ledger.recordAnswer(questionId, record),
  });
}

function recordDelivery(
  { ledger, lateWrites }: Services,
  {
    questionId,
    answer,
    sent,
  }: { readonly questionId: string; readonly answer: Answer | null; readonly sent: Sent },
  { origin }: Conversation,
): Promise<void> {
  const delivery = {
    questionId,
    facts: (answer?.quotes ?? []).map(factVersion),
    channel: sent.channel ?? origin.channel,
    messageTs: sent.ts,
    seenBy: origin.isPrivate || answer === null ? origin.askedBy : null,
    sentBy: null,
  };
  return lateWrites.write({
    ids: { question: questionId },
    what: 'the delivery',
    write: () => ledger.recordDelivery(delivery),
  });
}
