import { createHash } from 'node:crypto';
import type { Quote } from '../../../answer/index.ts';
import { type FactVersion, LedgerError, type Question } from '../../../ledger/index.ts';
import { FACT_GONE } from '../../blocks/current-fact.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderShared } from '../../blocks/shared-message.ts';
import { shownFacts } from '../../replying/describe-delivery.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { placeQuotes } from '../../replying/place-quotes.ts';
import { type Posting, postOnce } from '../../replying/post-once.ts';
import type { Sent } from '../../sending/send.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { filesIn } from '../../services/files-in.ts';
import { canShareIn, type Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { mayActOn, NOT_YOURS } from './may-act-on.ts';
import { type ReplyButtonContext, type ReplyButtonHandler, replyButton } from './reply-button.ts';

const CHANGED =
  'A fact of this reply was changed since, so it was not shared. Ask again and share the new reply.';
const NOT_HERE = 'It is set that the app posts nothing here, so it was not shared.';
const TWICE = 'Already shared here.';
const UNDER_WAY = 'It is being shared just now. If it is not here in a minute, press the button again.';
const MAYBE = 'It may be shared already. If you do not see it here, press the button again.';
const WHY_NOT = { before: TWICE, 'in-hand': UNDER_WAY, 'not-yet': MAYBE } as const;
const NOT_SHARED =
  'It could not be shared: the app may not post here, and the address Slack gave for it has lapsed. ' +
  'Invite the app, or ask again.';

/** "Share here": the quotes of a private reply for everybody in the channel, with the name of who shared them. */
export function shareButton(services: Services): Listener {
  return replyButton('share', share, services);
}

const share: ReplyButtonHandler = async (action, services) => {
  if (!canShareIn(services, action.channel)) {
    await action.tell(renderNotice(NOT_HERE));
    return;
  }
  const question = await services.ledger.question(action.value.questionId);
  if (!mayActOn(question, action)) {
    await action.tell(renderNotice(NOT_YOURS));
    return;
  }
  const files = filesIn(action.channel, services);
  const shown = action.value.fact === null ? (question?.quoted ?? []) : [action.value.fact];
  const current = await Promise.all(shown.map((version) => findCurrentFact(files, version)));
  const known = current.filter((found) => found !== null);
  if (known.length === 0) {
    await action.tell(renderNotice(FACT_GONE));
  } else if (known.length < shown.length || known.some(({ hasChanged }) => hasChanged)) {
    await action.tell(renderNotice(CHANGED));
  } else {
    const quotes = known.map(({ fact }) => fact.quote);
    await shareOnce(action, { question, shown, quotes }, services);
  }
};

interface Reply {
  readonly question: Question | undefined;
  readonly shown: readonly FactVersion[];
  readonly quotes: readonly Quote[];
}

async function shareOnce(
  action: ReplyButtonContext,
  { question, shown, quotes }: Reply,
  services: Services,
): Promise<void> {
  const { value, channel, threadTs, user } = action;
  const messages = renderShared({ ...value, sharedBy: user, question: question?.words ?? null, quotes });
  const record = (_: Sent, all: readonly Sent[]) => {
    const [first, ...further] = placeQuotes({ quotes, messages }, all).map(
      (sent) =>
        ({
          kind: 'share',
          questionId: value.questionId,
          facts: shownFacts(sent.quotes),
          channel: sent.channel ?? channel,
          messageTs: sent.ts,
          person: user,
          seenBy: null,
          sentBy: user,
        }) as const,
    );
    const ids = { question: value.questionId };
    const write = async () => {
      if (first !== undefined) await services.ledger.recordDelivery(first, ...further);
    };
    return services.lateWrites.write({ ids, what: 'a shared reply', write });
  };
  const posting: Posting = {
    key: shareKey(action, shown),
    channel: channel ?? user,
    threadTs: threadTs ?? undefined,
    messages,
    send: action.post,
    ifUnseen: 'leave',
    record,
  };
  try {
    const { kind } = await postOnce(posting, services, action.client);
    if (kind !== 'done') await action.tell(renderNotice(WHY_NOT[kind]));
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    services.logger.warn({ user, channel, ...errorFields(error) }, 'a reply was not shared');
    await action.tell(renderNotice(NOT_SHARED));
  }
}

/** Slack takes no mark longer than 255 characters. */
function shareKey({ value, channel, threadTs }: ReplyButtonContext, shown: readonly FactVersion[]): string {
  const what = [value.questionId, channel, threadTs, ...shown.map(({ factId }) => factId)];
  return `share ${createHash('sha256').update(JSON.stringify(what)).digest('hex')}`;
}
