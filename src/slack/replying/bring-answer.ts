import type { webApi } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Question } from '../../ledger/index.ts';
import { type AskedWhere, renderBrought } from '../blocks/brought-answer.ts';
import type { Destination, Sent } from '../sending/send.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import { replyIn } from '../services/channel-settings.ts';
import type { Services } from '../services/services.ts';
import { isSharedNow } from '../services/shared-channels.ts';
import { deliveryKind, shownFacts } from './describe-delivery.ts';
import { postOnce } from './post-once.ts';

/** An answer for somebody who asked some time ago. */
export interface AnswerToBring {
  /** Names it for ever, and nothing else. */
  readonly key: string;
  readonly question: Question;
  /** Who is to know, where that is somebody else who took the question up in the same channel. @default who asked */
  readonly person?: string;
  /** What is said above the quotes, a line each: why it comes now. */
  readonly lead: readonly string[];
  /** What may be shown where it was asked, best first; at least one. */
  readonly quotes: readonly Quote[];
}

/** Why nobody can be told, now or later. */
export type NotTold =
  /** Nobody is known to have asked: they were erased, or it was a workflow. */
  | 'nobody'
  /** The words of the question were forgotten: what it is about can no longer be said. */
  | 'forgotten'
  /** Guests are not answered, and whoever asked is one by now. */
  | 'guest'
  /** Slack takes no message for them: they were deactivated, or have no direct messages with the app. */
  | 'unreached';

/** What became of it: whoever asked knows now, knew before, is told later by another call, or cannot be told. */
export type Brought =
  | { readonly kind: 'told' | 'told-before' | 'later' }
  | { readonly kind: 'not-told'; readonly why: NotTold };

/** What Slack says of people and places that take no message. Anything else it refuses may be mended. */
const TAKES_NONE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'messages_tab_disabled',
]);

/**
 * Tells whoever asked, once, where they asked: in the thread of a public question or of a direct message. What one
 * person alone saw in a channel or on the Home tab comes by direct message, since it would be gone before they look;
 * so does what cannot be posted where it was asked. Writes down what was shown. Rejects when Slack or the ledger fails
 * for now: it is to be tried again.
 */
export async function bringAnswer(
  { key, question: { id: questionId }, person, lead, quotes }: AnswerToBring,
  services: Services,
  client: webApi.WebClient,
): Promise<Brought> {
  // Whoever asked may have been erased since the question was read.
  const question = await services.ledger.question(questionId);
  const askedBy = person ?? question?.askedBy ?? null;
  if (question === undefined || askedBy === null || question.surface === 'workflow')
    return { kind: 'not-told', why: 'nobody' };
  const { words } = question;
  if (words === null) return { kind: 'not-told', why: 'forgotten' };
  if ((await services.guests?.of(askedBy, client)) === 'guest') return { kind: 'not-told', why: 'guest' };
  const messages = (where: AskedWhere) => renderBrought({ questionId, words, lead, quotes }, where);
  const directly = { channel: askedBy, messages: messages(askedElsewhere(question)) };
  const thread = await threadOf(question, services, client);
  const here = thread && { ...thread, messages: messages(askedHere(question, askedBy)) };
  const record = (sent: Sent) => recordBrought({ question, askedBy, quotes, sent }, services);
  const place = here === null ? directly : { ...here, otherwise: directly };
  try {
    const { kind } = await postOnce({ key, ...place, record }, services, client);
    if (kind === 'done') return { kind: 'told' };
    return { kind: kind === 'before' ? 'told-before' : 'later' };
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused' || !TAKES_NONE.has(failure.error)) throw error;
    return { kind: 'not-told', why: 'unreached' };
  }
}

/** Where it was asked for the asker or all to see again; null where that is gone, or nothing may be posted by now. */
async function threadOf(
  question: Question,
  services: Services,
  client: webApi.WebClient,
): Promise<Destination | null> {
  const { channel, thread, isPrivate } = question;
  if (channel === null || thread === null) return null;
  if (isDirect(question)) return { channel, threadTs: thread };
  const behaviour = services.channelSettings.of(channel);
  if (isPrivate || behaviour.reply !== 'thread') return null;
  const isShared = await isSharedNow(channel, services, client);
  return replyIn(behaviour, { isShared }) === 'thread' ? { channel, threadTs: thread } : null;
}

function isDirect({ surface, channel }: Question): boolean {
  return surface === 'direct-message' && channel?.startsWith('D') === true;
}

function askedHere(question: Question, askedBy: string): AskedWhere {
  return isDirect(question) ? { kind: 'alone' } : { kind: 'here', askedBy };
}

/** Of direct messages that a command was used in nobody knows whose they are. */
function askedElsewhere({ channel }: Question): AskedWhere {
  return channel === null || channel.startsWith('D') ? { kind: 'alone' } : { kind: 'in-channel', channel };
}

interface Shown {
  readonly question: Question;
  readonly askedBy: string;
  readonly quotes: readonly Quote[];
  readonly sent: Sent;
}

/** Writes down what was shown to whom; later, where it cannot be now. Never rejects. */
function recordBrought({ question, askedBy, quotes, sent }: Shown, services: Services): Promise<void> {
  const kind = deliveryKind(sent);
  const delivery = {
    kind,
    questionId: question.id,
    facts: shownFacts(quotes),
    channel: sent.channel,
    messageTs: sent.ts,
    person: askedBy,
    seenBy: kind === 'direct-message' ? askedBy : null,
    sentBy: null,
  };
  return services.lateWrites.write({
    ids: { question: question.id },
    what: 'an answer that was brought',
    write: () => services.ledger.recordDelivery(delivery),
  });
}
