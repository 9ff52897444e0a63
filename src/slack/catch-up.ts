import { RespondError, type webApi } from '@slack/bolt';
import type { DeskQuestion, UnansweredQuestion } from '../ledger/index.ts';
import { answerAccepted } from './answer-accepted.ts';
import { renderNewsForAsker, renderOpenQuestion } from './blocks/desk-question.ts';
import { renderNotice } from './blocks/notice.ts';
import type { Conversation } from './conversation.ts';
import { postToDesk } from './desk-channel.ts';
import { firstThatWorks, postIn, respondWith, type Send, whisperIn } from './sending.ts';
import type { Services } from './services.ts';
import { errorFields } from './slack-failure.ts';

/** Slack's reply addresses live for half an hour; who has waited longer has asked elsewhere. */
const WORTH_ANSWERING_MS = 30 * 60 * 1_000;
const REQUEST_TIMEOUT_MS = 10_000;
const MAY_HAVE_REPLY =
  'The app was restarted while it replied to a question of yours. If you see no reply, ask again.';

/**
 * Makes up for what an end of the process, or a failure of Slack, left undone: questions without a reply, questions the
 * desk has not seen, and askers who do not know that the desk has closed theirs. Never rejects; what fails now is left
 * for the next time.
 */
export async function catchUp(services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger, logger, now } = services;
  try {
    const since = new Date(now().getTime() - WORTH_ANSWERING_MS);
    for (const question of await ledger.takeUnanswered(since)) await answerLate(question, services, client);
    const { unposted, untold } = await ledger.unfinishedDeskWork();
    for (const question of unposted) await postLate(question, services, client);
    for (const question of untold) await tellLate(question, services, client);
  } catch (error) {
    logger.error(errorFields(error), 'what was left undone could not be made up for');
  }
}

async function answerLate(
  unanswered: UnansweredQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { id, words, askedBy, mayHaveReply } = unanswered;
  if (words === null || askedBy === null) return;
  const conversation = resumed({ ...unanswered, askedBy }, services, client);
  if (!mayHaveReply) return answerAccepted(services, { questionId: id, question: words }, conversation);
  const sent = await conversation.whisper(renderNotice(MAY_HAVE_REPLY));
  await services.ledger.recordDelivery({
    questionId: id,
    facts: [],
    channel: sent.channel,
    messageTs: sent.ts,
    seenBy: askedBy,
    sentBy: null,
  });
}

function resumed(
  question: UnansweredQuestion & { readonly askedBy: string },
  { wait }: Services,
  client: webApi.WebClient,
): Conversation {
  const { askedBy, channel, thread, replyAddress, surface, id } = question;
  const place = channel === null ? null : { channel, threadTs: thread ?? undefined };
  const directly = postIn(client, { channel: askedBy }, wait);
  const byAddress = replyAddress === null ? [] : [respondWith(respondTo(replyAddress), wait)];
  const nearby = place === null ? [] : [whisperIn(client, { ...place, user: askedBy }, wait)];
  const isDirect = surface === 'direct-message';
  const whisper: Send = firstThatWorks(...byAddress, ...(isDirect ? [] : nearby), directly);
  const isPublic = !question.isPrivate || isDirect;
  return {
    origin: { ...question, deliveryKey: id },
    reply: isPublic && place !== null ? postIn(client, place, wait) : whisper,
    whisper,
    options: { withQuestion: !isPublic, canShare: surface === 'command' || surface === 'message-shortcut' },
  };
}

/** Bolt's own `respond` comes with a request only; this one outlives it. */
function respondTo(address: string) {
  return async (message: object | string): Promise<Response> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) throw new RespondError('Slack refused the reply address.', response.status);
    return response;
  };
}

async function postLate(question: DeskQuestion, services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger, deskChannel } = services;
  if (deskChannel === null || !(await ledger.claim(`late desk post ${question.id}`))) return;
  const sent = await postToDesk([renderOpenQuestion(question)], client, services);
  if (sent?.channel && sent.ts) {
    await ledger.recordDeskPost(question.id, { channel: sent.channel, messageTs: sent.ts });
  } else await ledger.release(`late desk post ${question.id}`);
}

async function tellLate(question: DeskQuestion, services: Services, client: webApi.WebClient): Promise<void> {
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
