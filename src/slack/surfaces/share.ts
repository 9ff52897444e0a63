import type { Quote } from '../../answer/index.ts';
import { type FactVersion, factVersion, type Question } from '../../ledger/index.ts';
import { renderNotice } from '../blocks/notice.ts';
import { renderShared } from '../blocks/shared.ts';
import { filesIn } from '../files-in.ts';
import { currentFact, FACT_GONE } from '../replying/current-fact.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import { canShareIn, type Services } from '../services.ts';
import { mayActOn, NOT_YOURS } from './may-act-on.ts';
import { type Act, type Pressed, replyButton } from './reply-button.ts';
import type { Surface } from './surface.ts';

const CHANGED =
  'A fact of this reply was changed since, so it was not shared. Ask again and share the new reply.';
const NOT_HERE = 'It is set that the app posts nothing here, so it was not shared.';
const TWICE = 'Already shared here.';
const NOT_SHARED =
  'It could not be shared: the app may not post here, and the address Slack gave for it has lapsed. Invite the app, or ask again.';

/** "Share here": the quotes of a private reply for everybody in the channel, with the name of who shared them. */
export function shareButton(services: Services): Surface {
  return replyButton('share', share, services);
}

const share: Act = async (pressed, services) => {
  if (!canShareIn(services, pressed.channel)) {
    await pressed.tell(renderNotice(NOT_HERE));
    return;
  }
  const question = await services.ledger.question(pressed.value.questionId);
  if (!mayActOn(question, pressed)) {
    await pressed.tell(renderNotice(NOT_YOURS));
    return;
  }
  const files = filesIn(pressed.channel, services);
  const shown = pressed.value.fact === null ? (question?.quoted ?? []) : [pressed.value.fact];
  const current = await Promise.all(shown.map((version) => currentFact(files, version)));
  const known = current.filter((found) => found !== null);
  if (known.length === 0) {
    await pressed.tell(renderNotice(FACT_GONE));
  } else if (known.length < shown.length || known.some(({ hasChanged }) => hasChanged)) {
    await pressed.tell(renderNotice(CHANGED));
  } else {
    const quotes = known.map(({ fact }) => fact.quote);
    await shareOnce(pressed, { question, shown, quotes }, services);
  }
};

interface Reply {
  readonly question: Question | undefined;
  readonly shown: readonly FactVersion[];
  readonly quotes: readonly Quote[];
}

async function shareOnce(
  pressed: Pressed,
  { question, shown, quotes }: Reply,
  services: Services,
): Promise<void> {
  const { ledger, logger, lateWrites } = services;
  const { value, channel, threadTs, user } = pressed;
  const facts = shown.map(({ factId }) => factId).join(' ');
  const key = `share ${value.questionId} ${channel} ${threadTs} ${facts}`;
  if (!(await ledger.claim(key))) {
    await pressed.tell(renderNotice(TWICE));
    return;
  }
  try {
    const sent = await postAll(
      pressed,
      renderShared({ ...value, sharedBy: user, question: question?.words ?? null, quotes }),
    );
    const delivery = {
      questionId: value.questionId,
      facts: quotes.map(factVersion),
      channel: sent.channel ?? channel,
      messageTs: sent.ts,
      seenBy: null,
      sentBy: user,
    };
    await lateWrites.write({
      ids: { question: value.questionId },
      what: 'a shared reply',
      write: () => ledger.recordDelivery(delivery),
    });
  } catch (error) {
    logger.warn({ user, channel, ...errorFields(error) }, 'a reply was not shared');
    // What may stand there already is not to be shared again.
    if (slackFailure(error).kind !== 'unsure') await ledger.release(key);
    await pressed.tell(renderNotice(NOT_SHARED));
  }
}

async function postAll({ post }: Pressed, messages: ReturnType<typeof renderShared>) {
  const [first, ...further] = messages;
  if (first === undefined) throw new Error('There is nothing to share.');
  const sent = await post(first);
  for (const message of further) await post(message);
  return sent;
}
