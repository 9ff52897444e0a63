import { WELCOME } from '../../answer/index.ts';
import { renderHelp } from '../blocks/help.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import type { Reading } from '../reading/read-message.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { noReplyNotice } from './about-reply.ts';
import { answerAccepted } from './answer-accepted.ts';
import { doOnce } from './do-once.ts';
import { type AcceptedQuestion, type IncomingContext, idsOf } from './question-context.ts';

/** So many questions of one message are answered: each is a reply of its own. */
const MOST_QUESTIONS = 3;
const TOO_MANY = `Only the first ${MOST_QUESTIONS} questions of a message are answered. Ask the others in another one.`;

/** Answers what was read, each question of it once. Never rejects: whoever asked is told when it did not work. */
export async function converse(
  services: Services,
  reading: Reading,
  context: IncomingContext,
): Promise<void> {
  const { origin, receipt } = context;
  try {
    if (reading.kind === 'thanks') return await conclude(services, context);
    if (reading.kind !== 'question') return await help(services, context);
    const questions = reading.questions.slice(0, MOST_QUESTIONS);
    const [only = ''] = questions;
    const notice = questions.length > 1 ? null : await noReplyNotice(services, only, origin);
    if (notice !== null) return await tellNoReply(notice, services, context);
    const accepted = await services.ackPriority.acknowledge(async () => {
      const taken = await accept(questions, services, context);
      await receipt.confirm();
      return taken;
    });
    const options = { ...context.options, ...(questions.length > 1 && { withQuestion: true }) };
    for (const one of accepted) await answerAccepted(services, one, { ...context, options });
    if (reading.questions.length > questions.length) await tellOfMore(services, context);
    services.refused.delete(origin.eventKey);
  } catch (error) {
    receipt.withhold();
    services.logger.error({ ...idsOf(origin), ...errorFields(error) }, 'the question was not taken');
    await tellOnce(error, services, context);
  }
}

/** Keeps the questions, and gives those that were not kept before. */
async function accept(
  questions: readonly string[],
  { ledger, now }: Services,
  { origin, isEdited = false }: IncomingContext,
): Promise<readonly AcceptedQuestion[]> {
  const accepted: AcceptedQuestion[] = [];
  let last: AcceptedQuestion | undefined;
  for (const [index, question] of questions.entries()) {
    const eventKey = index === 0 ? origin.eventKey : `${origin.eventKey} ${index + 1}`;
    const { kind, questionId } = await ledger.acceptQuestion({ ...origin, eventKey, words: question });
    last = { questionId, question, askedAt: now(), ...(last !== undefined && { follows: last }) };
    if (kind === 'accepted') accepted.push(last);
    else if (isEdited) return accepted;
  }
  return accepted;
}

async function tellOnce(
  error: unknown,
  { refused, logger }: Services,
  { origin, replyPrivately }: IncomingContext,
): Promise<void> {
  if (refused.has(origin.eventKey)) return;
  refused.add(origin.eventKey);
  try {
    await replyPrivately(failureNotice(error));
  } catch (failure) {
    refused.delete(origin.eventKey);
    logger.error({ ...idsOf(origin), ...errorFields(failure) }, 'the asker could not be told');
  }
}

async function help(services: Services, context: IncomingContext): Promise<void> {
  await replyPrivatelyOnce(`help:${context.origin.eventKey}`, services, context, async () =>
    renderHelp(await filesIn(context.origin.channel, services).onFile()),
  );
}

/** What asks about a reply that is not there is no question, and nothing is missing on file. */
async function tellNoReply(notice: string, services: Services, context: IncomingContext): Promise<void> {
  await replyPrivatelyOnce(`no reply:${context.origin.eventKey}`, services, context, async () =>
    renderNotice(notice),
  );
}

async function tellOfMore(services: Services, context: IncomingContext): Promise<void> {
  await replyPrivatelyOnce(`more:${context.origin.eventKey}`, services, context, async () =>
    renderNotice(TOO_MANY),
  );
}

/** Thanks are no question: nothing is searched, and nothing is missing on file. */
async function conclude(services: Services, context: IncomingContext): Promise<void> {
  await replyPrivatelyOnce(`thanks:${context.origin.eventKey}`, services, context, async () =>
    renderNotice(WELCOME),
  );
}

/**
 * What only the asker sees cannot be looked for. While another copy of the bot may be at it, Slack is to send it again:
 * by then it is done, or was cut short.
 */
async function replyPrivatelyOnce(
  key: string,
  services: Services,
  { replyPrivately, receipt }: IncomingContext,
  render: () => Promise<SlackMessage>,
): Promise<void> {
  const look = async () => null;
  const { kind } = await doOnce({ key, look, act: async () => replyPrivately(await render()) }, services);
  if (kind === 'in-hand') receipt.withhold();
}
