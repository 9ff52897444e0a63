import type { webApi } from '@slack/bolt';
import type { FactVersion, ReplyFrame, UnansweredQuestion } from '../../ledger/index.ts';
import { replyMark } from '../blocks/marks.ts';
import { renderNotice } from '../blocks/notice.ts';
import { postedMarks } from '../sending/posted-marks.ts';
import { respondTo } from '../sending/respond-to.ts';
import type { Send, Sent } from '../sending/send.ts';
import { firstThatWorks, postEphemeralIn, postIn, respondWith } from '../sending/senders.ts';
import { canShareIn, type Services } from '../services/services.ts';
import { answerAccepted } from './answer-accepted.ts';
import { deliveryKind } from './describe-delivery.ts';
import type { QuestionContext } from './question-context.ts';
import { MOST_ATTEMPTS, setAside } from './set-aside.ts';

const MAY_HAVE_REPLY =
  'The app cannot tell whether its reply to a question of yours has reached you. If you see no reply, ask again.';

/**
 * Answers a question that was left without a reply. Where one may have gone out, the asker is told so instead; one that
 * ended the process again and again is set aside.
 */
export async function answerLate(
  unanswered: UnansweredQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { id, words, askedBy, mayHaveReply, surface } = unanswered;
  // Slack itself sends the step of a workflow again.
  if (words === null || askedBy === null || surface === 'workflow') return;
  const context = resumed({ ...unanswered, askedBy }, services, client);
  const looked = await lookForReply(unanswered, client);
  // Where no answer was decided, a reply went out only if the ledger could not be written just then.
  const found = mayHaveReply || looked !== 'unknown' ? looked : null;
  if (found === null) {
    const attempt = await services.ledger.beginAttempt(id);
    return attempt > MOST_ATTEMPTS
      ? setAside(unanswered, services, { client, replyPrivately: context.replyPrivately })
      : answerAccepted(services, { questionId: id, question: words, askedAt: unanswered.askedAt }, context);
  }
  const isHidden = found === 'unknown';
  const sent = isHidden ? [await context.replyPrivately(renderNotice(MAY_HAVE_REPLY))] : found;
  const frames = isHidden ? [] : await services.ledger.replyFrames(id);
  const [first, ...further] = sent.map((message, at) => ({
    kind: deliveryKind(message),
    questionId: id,
    facts: isHidden ? [] : factsIn(frames, at, unanswered),
    channel: message.channel,
    messageTs: message.ts,
    person: askedBy,
    seenBy: unanswered.isPrivate || isHidden ? askedBy : null,
    sentBy: null,
  }));
  if (first !== undefined) await services.ledger.recordDelivery(first, ...further);
}

/** What a message of a reply quotes; all in the first one where it is not known what stands in which. */
function factsIn(
  frames: readonly ReplyFrame[],
  at: number,
  { quoted }: UnansweredQuestion,
): readonly FactVersion[] {
  const isTold = frames.flat().some((part) => typeof part === 'number');
  if (!isTold) return at === 0 ? quoted : [];
  return quoted.filter((_, number) => frames[at]?.includes(number));
}

/** Its messages, in their order. Null when there is no reply; `unknown` where it cannot be looked for. */
async function lookForReply(
  { id, channel, thread, isPrivate, surface }: UnansweredQuestion,
  client: webApi.WebClient,
): Promise<readonly Sent[] | null | 'unknown'> {
  // Slack hands out no message that one person alone sees.
  const isHidden = isPrivate && surface !== 'direct-message';
  if (channel === null || thread === null || isHidden) return 'unknown';
  try {
    const marks = await postedMarks(client, { channel, threadTs: thread });
    const sent: Sent[] = [];
    for (let at = 0; ; at++) {
      const message = marks.get(replyMark(id, at));
      if (message === undefined) return sent.length > 0 ? sent : null;
      sent.push(message);
    }
  } catch {
    return 'unknown';
  }
}

function resumed(
  question: UnansweredQuestion & { readonly askedBy: string },
  services: Services,
  client: webApi.WebClient,
): QuestionContext {
  const { askedBy, channel, thread, replyAddress, surface, id } = question;
  const { wait, channelSettings } = services;
  const destination = channel === null ? null : { channel, threadTs: thread ?? undefined };
  const directly = postIn(client, { channel: askedBy }, wait);
  const byAddress = replyAddress === null ? [] : [respondWith(respondTo(replyAddress, services.fetch), wait)];
  const nearby =
    destination === null ? [] : [postEphemeralIn(client, { ...destination, user: askedBy }, wait)];
  const isDirect = surface === 'direct-message';
  const replyPrivately: Send = firstThatWorks(...byAddress, ...(isDirect ? [] : nearby), directly);
  // What is set for the channel by now counts, not what was set when it was asked there.
  const isAloud = !question.isPrivate && channelSettings.of(channel).reply === 'thread';
  const isPublic = isAloud || isDirect;
  return {
    origin: { ...question, isPrivate: !isAloud, eventKey: id },
    reply: isPublic && destination !== null ? postIn(client, destination, wait) : replyPrivately,
    replyPrivately,
    options: { withQuestion: !isPublic, canShare: !isPublic && canShareIn(services, channel) },
  };
}
