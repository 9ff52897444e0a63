import type { NewQuestion } from '../../ledger/index.ts';
import type { AnswerOptions } from '../blocks/answer.ts';
import { renderHelp } from '../blocks/help.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { Reading } from '../reading/read-question.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import type { Send } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { ShowStatus } from '../sending/status.ts';
import type { LateWord } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import { answerAccepted } from './answer-accepted.ts';
import { earlierQuestion } from './earlier-question.ts';

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

/** Answers what was read, once. Never rejects: whoever asked is told when it did not work. */
export async function converse(
  services: Services,
  reading: Reading,
  conversation: Conversation,
): Promise<void> {
  const { ledger, logger } = services;
  const { origin, whisper } = conversation;
  try {
    if (reading.kind === 'thanks') return await conclude(services, conversation);
    if (reading.kind !== 'question') return await help(services, conversation);
    const { question } = reading;
    const earlier = await earlierQuestion(ledger, question, { origin, now: services.now() });
    const { kind, questionId } = await ledger.acceptQuestion({ ...origin, words: question });
    if (kind === 'accepted') await answerAccepted(services, { questionId, question, earlier }, conversation);
  } catch (error) {
    logger.error({ ...idsOf(origin), ...errorFields(error) }, 'the question was not taken');
    await whisper(failureNotice(error)).catch((failure: unknown) =>
      logger.error({ ...idsOf(origin), ...errorFields(failure) }, 'the asker could not be told'),
    );
  }
}

/** What the log may say about a question. */
export function idsOf({ surface, team, channel, askedBy }: Conversation['origin']) {
  return { surface, team, channel, user: askedBy } as const;
}

async function help({ factDesk, ledger }: Services, { origin, whisper }: Conversation): Promise<void> {
  if (await ledger.claim(`help:${origin.deliveryKey}`)) await whisper(renderHelp(await factDesk.onFile()));
}

/** Thanks are no question: nothing is searched, and nothing is missing on file. */
async function conclude({ ledger }: Services, { origin, whisper }: Conversation): Promise<void> {
  if (await ledger.claim(`thanks:${origin.deliveryKey}`))
    await whisper(renderNotice('Glad to help. Ask the next one whenever you like.'));
}
