import type { webApi } from '@slack/bolt';
import type { Question } from '../../ledger/index.ts';
import { renderSetAside, renderSetAsideForDesk } from '../blocks/set-aside-message.ts';
import type { Send } from '../sending/send.ts';
import type { Services } from '../services/services.ts';
import { deliveryKind } from './describe-delivery.ts';
import { postToDeskOnce } from './desk-channel.ts';
import { recordAnswer } from './record-outcome.ts';
import { tellObserver } from './tell-observer.ts';

/**
 * So often the process may end while a question is answered. Once is chance: a restart, a machine that went down. A
 * question that was in hand both times may well be why, and would end every process that takes it up.
 */
export const MOST_ATTEMPTS = 2;

/** How those are reached who are told. */
export interface SetAsideOptions {
  readonly client: webApi.WebClient;
  /** To the asker alone. */
  readonly replyPrivately: Send;
}

/**
 * Gives a question up that ended the process, as it seems: it stays in the ledger, and asker and desk are told. Rejects
 * when the asker cannot be told; then it is to be done again.
 */
export async function setAside(
  question: Question,
  services: Services,
  { client, replyPrivately }: SetAsideOptions,
): Promise<void> {
  const { id, askedBy } = question;
  const { ledger, logger, lateWrites } = services;
  logger.error(
    { question: id, outcome: 'failed' },
    'a question is set aside: the process ended twice with it in hand',
  );
  const news = { key: `set aside ${id}`, messages: [renderSetAsideForDesk(question)] };
  await postToDeskOnce(news, services, client);
  const sent = await replyPrivately(renderSetAside(question));
  await recordAnswer(services, id, null);
  const { channel, ts: messageTs } = sent;
  const delivery = {
    kind: deliveryKind(sent),
    questionId: id,
    facts: [],
    channel,
    messageTs,
    person: askedBy,
    seenBy: askedBy,
    sentBy: null,
  };
  await lateWrites.write({
    ids: { question: id },
    what: 'that the asker was told',
    write: () => ledger.recordDelivery(delivery),
  });
  tellObserver(services, 'failed', question);
}
