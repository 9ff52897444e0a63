import { RespondError, type webApi } from '@slack/bolt';
import type { UnansweredQuestion } from '../ledger/index.ts';
import { answerAccepted } from './answer-accepted.ts';
import { renderNotice } from './blocks/notice.ts';
import type { Conversation } from './conversation.ts';
import { firstThatWorks, postIn, respondWith, type Send, whisperIn } from './sending.ts';
import { canShareIn, type Services } from './services.ts';

const REQUEST_TIMEOUT_MS = 10_000;
const MAY_HAVE_REPLY =
  'The app was restarted while it replied to a question of yours. If you see no reply, ask again.';

/** Answers a question that was left without a reply. Where one may have gone out, the asker is told so instead. */
export async function answerLate(
  unanswered: UnansweredQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { id, words, askedBy, mayHaveReply, surface } = unanswered;
  // A workflow does not wait: its step has failed by now.
  if (words === null || askedBy === null || surface === 'workflow') return;
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
  services: Services,
  client: webApi.WebClient,
): Conversation {
  const { askedBy, channel, thread, replyAddress, surface, id } = question;
  const { wait } = services;
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
    options: { withQuestion: !isPublic, canShare: !isPublic && canShareIn(services, channel) },
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
