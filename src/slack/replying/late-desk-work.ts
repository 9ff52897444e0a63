import type { webApi } from '@slack/bolt';
import type { DeskQuestion } from '../../ledger/index.ts';
import { renderNewsForAsker, renderOpenQuestion } from '../blocks/desk-question.ts';
import { postToDesk } from '../sending/desk-channel.ts';
import { postIn } from '../sending/sending.ts';
import type { Services } from '../services.ts';

/** Posts an open question that the desk channel has not seen yet. */
export async function postLate(
  question: DeskQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger, deskChannel } = services;
  if (deskChannel === null || !(await ledger.claim(`late desk post ${question.id}`))) return;
  const sent = await postToDesk([renderOpenQuestion(question)], client, services);
  if (sent?.channel && sent.ts) {
    await ledger.recordDeskPost(question.id, { channel: sent.channel, messageTs: sent.ts });
  } else await ledger.release(`late desk post ${question.id}`);
}

/** Tells the asker that the desk has closed the question. */
export async function tellLate(
  question: DeskQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger, wait } = services;
  const { state, askedBy, id } = question;
  if (askedBy === null || (state !== 'answered' && state !== 'wont-answer')) return;
  if (!(await ledger.claim(`late news ${id}`))) return;
  try {
    await postIn(client, { channel: askedBy }, wait)(renderNewsForAsker(question, state));
  } catch (error) {
    await ledger.release(`late news ${id}`);
    throw error;
  }
  await ledger.recordAskerTold(id);
}
