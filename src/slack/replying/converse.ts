import { renderHelp } from '../blocks/help.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import type { Reading } from '../reading/read-message.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { answerAccepted } from './answer-accepted.ts';
import { doOnce } from './do-once.ts';
import { type IncomingContext, idsOf } from './question-context.ts';

const WELCOME = 'Glad to help. Ask the next one whenever you like.';

/** Answers what was read, once. Never rejects: whoever asked is told when it did not work. */
export async function converse(
  services: Services,
  reading: Reading,
  context: IncomingContext,
): Promise<void> {
  const { ledger, logger } = services;
  const { origin, receipt } = context;
  try {
    if (reading.kind === 'thanks') return await conclude(services, context);
    if (reading.kind !== 'question') return await help(services, context);
    const { question } = reading;
    const { kind, questionId } = await services.ackPriority.acknowledge(async () => {
      const accepted = await ledger.acceptQuestion({ ...origin, words: question });
      await receipt.confirm();
      return accepted;
    });
    if (kind === 'accepted')
      await answerAccepted(services, { questionId, question, askedAt: services.now() }, context);
    services.refused.delete(origin.eventKey);
  } catch (error) {
    receipt.withhold();
    logger.error({ ...idsOf(origin), ...errorFields(error) }, 'the question was not taken');
    await tellOnce(error, services, context);
  }
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
