import type { webApi } from '@slack/bolt';
import type { MessageRef, Recall } from '../../ledger/index.ts';
import { renderRecallCard } from '../blocks/recall/recall-card.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { changeDeskCard } from '../replying/desk-card.ts';
import { postToDeskOnce } from '../replying/desk-channel.ts';
import type { Services } from '../services/services.ts';

/** Shows the desk channel a change, where there is such a channel, once. Never rejects. */
export async function postRecallCard(
  recall: Recall,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  if (services.deskChannel === null) return;
  const { number } = recall;
  const record = (message: MessageRef) => services.ledger.recordRecallPost(number, message);
  const messages = [await renderCard(recall, services)];
  await postToDeskOnce({ key: `recall ${number}`, messages, record }, services, client);
}

/** Brings the card of a recall up to date, where it has one. Never rejects. */
export async function showRecall(recall: Recall, services: Services): Promise<void> {
  if (recall.deskMessage === null) return;
  const { ledger, backgroundClient } = services;
  const redraw = async () => {
    const now = await ledger.recall(recall.number);
    // While it runs it counts up by itself, at its own pace.
    return now === undefined || now.state === 'running' ? null : renderCard(now, services);
  };
  const card = await renderCard(recall, services);
  await changeDeskCard(recall.deskMessage, { card, redraw }, services, backgroundClient);
}

async function renderCard(recall: Recall, { ledger }: Services): Promise<SlackMessage> {
  const { from, to, number, state } = recall;
  const was = await ledger.keptWords(from);
  const is = to?.words ?? null;
  if (state === 'open') {
    const concerned = { factId: from.factId, toHash: to?.factHash ?? null };
    return renderRecallCard({ recall, was, is, reach: await ledger.reachOfOld(concerned) });
  }
  const progress = await ledger.recallProgress(number);
  const rows = await ledger.recallReceipt(number);
  const unseen = rows.flatMap(({ person, remindedAt, seenAt }) =>
    person !== null && remindedAt !== null && seenAt === null ? [person] : [],
  );
  return renderRecallCard({ recall, was, is, progress, unseen });
}
