import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { renderNotice } from '../blocks/notice.ts';
import { renderNoticeModal } from '../blocks/notice-modal.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { type Post, readDirectMessage, readMention } from '../reading/posts.ts';
import { homesOf, senderOf } from '../reading/sender.ts';
import { readMessageShortcut } from '../reading/shortcut-payloads.ts';
import { firstThatWorks, postEphemeralIn, postIn, respondWith } from '../sending/senders.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { replyTargets } from './reply-targets.ts';

type Incoming = AnyMiddlewareArgs & AllMiddlewareArgs;

const TITLE = 'Not for you';
const NOT_OURS = 'This app answers the people of its own newsroom only.';

/**
 * Lets through what the newsroom's own people do, and turns away everybody else: a channel may be shared with other
 * organisations, and the files are not. Stands before all listeners, so that none can forget it. Never rejects for what
 * it turns away.
 */
export function ownPeopleOnly(services: Services): (args: Incoming) => Promise<void> {
  return async (args) => {
    if (isOwn(args.body, services) && !(await isGuest(args, services))) return args.next();
    try {
      await turnAway(args, services);
    } catch (error) {
      services.logger.warn(errorFields(error), 'somebody who is turned away could not be told');
    }
  };
}

/** Whether whoever sent a payload is of the newsroom, or of a team whose people are answered as well. */
export function isOwn(payload: unknown, { answeredTeams }: Pick<Services, 'answeredTeams'>): boolean {
  return answeredTeams === 'all' || homesOf(payload).some((home) => answeredTeams.includes(home));
}

/**
 * Whether a guest of the workspace asks or acts, where guests are not answered. Who only writes in a channel is not
 * looked up: a follow-up counts behind a question alone, and that was.
 */
async function isGuest({ body, client }: Incoming, { guests, botUserId }: Services): Promise<boolean> {
  if (guests === null || (isMessage(body) && addressedPost(body, botUserId) === null)) return false;
  const { id, isMarkedGuest } = senderOf(body);
  return isMarkedGuest || (id !== null && (await guests.of(id, client)) === 'guest');
}

function isMessage(body: Incoming['body']): boolean {
  return 'event' in body && (body.event.type === 'message' || body.event.type === 'app_mention');
}

function addressedPost(body: unknown, botUserId: string): Post | null {
  return readMention(body, botUserId) ?? readDirectMessage(body, botUserId);
}

/** Ends what Slack waits for, and tells whoever asked, alone. Who asked nothing hears nothing. */
async function turnAway(args: Incoming, services: Services): Promise<void> {
  if ('command' in args) return args.ack({ response_type: 'ephemeral', text: NOT_OURS });
  if ('options' in args) return args.ack({ options: [] });
  if ('view' in args) {
    // Only a submission may be answered with a modal.
    return args.body.type === 'view_submission'
      ? args.ack({ response_action: 'update', view: renderNoticeModal(TITLE, NOT_OURS) })
      : args.ack();
  }
  if ('inputs' in args) {
    await args.fail?.({ error: NOT_OURS });
    return args.ack?.();
  }
  const notice = renderNotice(NOT_OURS);
  if ('action' in args) {
    await args.ack();
    await replyTargets(args, services)?.tell(notice);
  } else if ('shortcut' in args) {
    await args.ack();
    await tellUserOfShortcut(args, notice, services);
  } else await tellAuthor(args, notice, services);
}

/** One that was used on a message asked something; one from anywhere has no place to be told in. */
async function tellUserOfShortcut(
  { body, client, ...args }: Incoming,
  notice: SlackMessage,
  { wait }: Services,
): Promise<void> {
  const shortcut = readMessageShortcut(body);
  if (shortcut === null) return;
  const { user, channel, threadTs } = shortcut;
  const byAddress = 'respond' in args && args.respond !== undefined ? [respondWith(args.respond, wait)] : [];
  const nearby = postEphemeralIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
  await firstThatWorks(...byAddress, nearby)(notice);
}

/** Tells whoever wrote to the bot, once, also when Slack sends the event again. */
async function tellAuthor(
  { body, client }: Incoming,
  notice: SlackMessage,
  services: Services,
): Promise<void> {
  const { botUserId, ledger, wait } = services;
  const mention = readMention(body, botUserId);
  const direct = readDirectMessage(body, botUserId);
  const post = mention ?? direct;
  if (post === null || !(await ledger.claim(`turned away ${post.channel}:${post.ts}`))) return;
  const destination = destinationOf(post);
  const tell =
    mention === null
      ? postIn(client, destination, wait)
      : postEphemeralIn(client, { ...destination, user: post.user }, wait);
  await tell(notice);
}

function destinationOf({ channel, threadTs }: Post) {
  return { channel, threadTs: threadTs ?? undefined };
}
