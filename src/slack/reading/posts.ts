import { z } from 'zod';
import { type MessageContent, readContent } from './message-content.ts';
import { id, maybeId } from './payload-id.ts';

/** A message that a person posted where the bot reads. */
export interface Post {
  readonly team: string | null;
  readonly channel: string;
  readonly user: string;
  readonly content: MessageContent;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Whether people of other organisations are in the channel. */
  readonly isShared: boolean;
  /** Whether it stood there before in other words. */
  readonly isEdited: boolean;
}

const nothing = z.null().optional();

/**
 * Subtypes that are still a person's own new message: with a file, or shown in the channel as well as in the thread.
 * Slack may send such a mention as a message alone.
 */
const subtype = z.enum(['file_share', 'thread_broadcast']).nullish();
/** Who speaks as this is no person: reminders and notes of Slack itself. */
const SLACK_ITSELF = 'USLACKBOT';

/** What people write in Slack's own clients. Apps may bear any one of the fields that are nothing here. */
const personal = z.looseObject({
  user: id,
  ts: id,
  thread_ts: maybeId,
  subtype,
  bot_id: nothing,
  bot_profile: nothing,
  app_id: nothing,
  edited: z.unknown().optional(),
});
type Personal = z.infer<typeof personal>;

const delivery = z.object({
  team_id: maybeId,
  is_ext_shared_channel: z.boolean().catch(false),
  event: z.looseObject({
    type: z.enum(['app_mention', 'message']),
    channel: id,
    channel_type: z.string().nullish().catch(null),
    subtype: z.string().nullish().catch(null),
    hidden: z.boolean().nullish().catch(true),
  }),
});
type Delivery = z.infer<typeof delivery>;
const edit = z.object({ message: personal, previous_message: z.unknown().optional() });

/**
 * The post that mentions the bot, or null: a bot's, one that mentions it in code or a quotation alone, or a payload
 * that makes no sense. An edit counts when it may have brought the mention.
 */
export function readMention(body: unknown, botUserId: string): Post | null {
  const { data } = delivery.safeParse(body);
  if (data === undefined) return null;
  const { type, channel_type: kind, subtype: what } = data.event;
  if (type === 'message' && (kind === 'im' || what === null || what === undefined)) return null;
  const post = what === 'message_changed' ? readEdit(data, botUserId) : readPost(data, botUserId);
  return post?.content.mentions.includes(botUserId) ? post : null;
}

/** A person's direct message to the bot, or null: anything else that Slack also calls a message. */
export function readDirectMessage(body: unknown, botUserId: string): Post | null {
  const { data } = delivery.safeParse(body);
  if (data?.event.type !== 'message' || data.event.channel_type !== 'im') return null;
  const post = readPost(data, botUserId);
  return post?.isEdited ? null : post;
}

/** A person's message in a thread of a channel that calls nobody, or null: anything else. */
export function readThreadReply(body: unknown, botUserId: string): Post | null {
  const { data } = delivery.safeParse(body);
  if (data?.event.type !== 'message') return null;
  const { channel_type: kind } = data.event;
  if (kind !== 'channel' && kind !== 'group') return null;
  const post = readPost(data, botUserId);
  const isReply = post !== null && post.threadTs !== null && !post.isEdited;
  return isReply && post.content.mentions.length === 0 ? post : null;
}

function readPost(data: Delivery, botUserId: string): Post | null {
  if (data.event.hidden) return null;
  const { data: message } = personal.safeParse(data.event);
  return message === undefined ? null : postOf(message, data, botUserId);
}

/** The message as it stands after an edit that brought the mention; Slack tells of previews in the same way. */
function readEdit(data: Delivery, botUserId: string): Post | null {
  const { data: changed } = edit.safeParse(data.event);
  if (changed === undefined) return null;
  const wasCalled = readContent(changed.previous_message).mentions.includes(botUserId);
  const post = wasCalled ? null : postOf(changed.message, data, botUserId);
  return post === null ? null : { ...post, isEdited: true };
}

function postOf(message: Personal, data: Delivery, botUserId: string): Post | null {
  const { user, ts, thread_ts: threadTs, edited } = message;
  if (user === botUserId || user === SLACK_ITSELF) return null;
  return {
    team: data.team_id,
    channel: data.event.channel,
    user,
    content: readContent(message),
    ts,
    threadTs,
    isShared: data.is_ext_shared_channel,
    isEdited: edited !== undefined && edited !== null,
  };
}
