import type { NewQuestion } from '../../ledger/index.ts';
import type { AnswerOptions } from '../blocks/answer.ts';
import { renderHelp } from '../blocks/help.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { Receipt } from '../connection/receipt.ts';
import { filesIn } from '../files-in.ts';
import type { Reading } from '../reading/read-message.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Send } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { ShowStatus } from '../sending/status.ts';
import type { LateWord } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import { answerAccepted } from './answer-accepted.ts';
import { doOnce } from './do-once.ts';

/** Somebody who asked, and the ways back to them. */
export interface Conversation {
  /** Who asked, where, and by which delivery: the ledger takes each delivery once. */
  readonly origin: Omit<NewQuestion, 'words'>;
  /** Where the answer belongs. */
  readonly reply: Send;
  /** What only the asker is to see. */
  readonly whisper: Send;
  /** What goes with the answer. */
  readonly options: Omit<AnswerOptions, 'questionId'>;
  /** Where the asker can be shown that the files are being searched. @default nowhere */
  readonly showStatus?: ShowStatus;
  /** How the asker is told that the reply is late. @default not at all */
  readonly lateWord?: LateWord;
}

const WELCOME = 'Glad to help. Ask the next one whenever you like.';

/** A conversation that goes on with what somebody just wrote or typed. */
export interface Asking extends Conversation {
  /** Slack is told that the question is kept once it is, and nothing when it cannot be. */
  readonly receipt: Pick<Receipt, 'confirm' | 'withhold'>;
}

/** Answers what was read, once. Never rejects: whoever asked is told when it did not work. */
export async function converse(services: Services, reading: Reading, conversation: Asking): Promise<void> {
  const { ledger, logger } = services;
  const { origin, receipt } = conversation;
  try {
    if (reading.kind === 'thanks') return await conclude(services, conversation);
    if (reading.kind !== 'question') return await help(services, conversation);
    const { question } = reading;
    const { kind, questionId } = await services.turnstile.first(async () => {
      const accepted = await ledger.acceptQuestion({ ...origin, words: question });
      await receipt.confirm();
      return accepted;
    });
    if (kind === 'accepted')
      await answerAccepted(services, { questionId, question, askedAt: services.now() }, conversation);
    services.refused.delete(origin.deliveryKey);
  } catch (error) {
    receipt.withhold();
    logger.error({ ...idsOf(origin), ...errorFields(error) }, 'the question was not taken');
    await tellOnce(error, services, conversation);
  }
}

async function tellOnce(
  error: unknown,
  { refused, logger }: Services,
  { origin, whisper }: Asking,
): Promise<void> {
  if (refused.has(origin.deliveryKey)) return;
  refused.add(origin.deliveryKey);
  try {
    await whisper(failureNotice(error));
  } catch (failure) {
    refused.delete(origin.deliveryKey);
    logger.error({ ...idsOf(origin), ...errorFields(failure) }, 'the asker could not be told');
  }
}

/** What the log may say about a question. */
export function idsOf({ surface, team, channel, askedBy }: Conversation['origin']) {
  return { surface, team, channel, user: askedBy } as const;
}

async function help(services: Services, asking: Asking): Promise<void> {
  await whisperOnce(`help:${asking.origin.deliveryKey}`, services, asking, async () =>
    renderHelp(await filesIn(asking.origin.channel, services).onFile()),
  );
}

/** Thanks are no question: nothing is searched, and nothing is missing on file. */
async function conclude(services: Services, asking: Asking): Promise<void> {
  await whisperOnce(`thanks:${asking.origin.deliveryKey}`, services, asking, async () =>
    renderNotice(WELCOME),
  );
}

/**
 * What only the asker sees cannot be looked for. While another copy of the bot may be at it, Slack is to send it again: by
 * then it is done, or was cut short.
 */
async function whisperOnce(
  key: string,
  services: Services,
  { whisper, receipt }: Asking,
  render: () => Promise<SlackMessage>,
): Promise<void> {
  const look = async () => null;
  const { kind } = await doOnce({ key, look, act: async () => whisper(await render()) }, services);
  if (kind === 'in-hand') receipt.withhold();
}
