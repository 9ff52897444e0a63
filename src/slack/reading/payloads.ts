import { z } from 'zod';

/** A message that a person posted to the bot. */
export interface Post {
  readonly team: string | null;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly ts: string;
  readonly threadTs: string | null;
}

/** A slash command as it was typed. */
export interface Command {
  readonly name: string;
  readonly text: string;
  readonly user: string | null;
  readonly channel: string | null;
  readonly triggerId: string | null;
  readonly team: string | null;
  readonly responseUrl: string | null;
}

/** A look at the bot's Home tab, or at the messages beside it. */
export interface HomeOpening {
  readonly tab: 'home' | 'messages';
  readonly user: string;
  readonly channel: string | null;
  /** Slack's mark of the Home tab as it stands; undefined when it was never drawn. */
  readonly hash: string | undefined;
}

const id = z.string().min(1);
const maybeId = id
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const text = z.string().catch('');

/**
 * Subtypes that are still a person's own new message: with a file, or shown in the channel as well as in the thread.
 */
const subtype = z.enum(['file_share', 'thread_broadcast']).nullish();
/** Who speaks as this is no person: reminders and notes of Slack itself. */
const SLACK_ITSELF = 'USLACKBOT';
const nothing = z.null().optional();

const postEvent = z.object({
  team_id: maybeId,
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel: id,
    user: id,
    text,
    ts: id,
    thread_ts: maybeId,
    channel_type: z.string().nullish().catch(null),
    subtype,
    // Apps may bear any one of these. What people write in Slack's own clients bears none.
    bot_id: nothing,
    bot_profile: nothing,
    app_id: nothing,
    hidden: z.literal(false).nullish(),
    edited: nothing,
  }),
});

const commandBody = z.object({
  command: id,
  text,
  user_id: maybeId,
  channel_id: maybeId,
  trigger_id: maybeId,
  team_id: maybeId,
  response_url: maybeId,
});

const homeOpenedEvent = z.object({
  event: z.object({
    type: z.literal('app_home_opened'),
    tab: z.enum(['home', 'messages']),
    user: id,
    channel: maybeId,
    view: z.object({ hash: z.string() }).optional().catch(undefined),
  }),
});

/** The post that mentions the bot, or null: an edit, a bot's or the bot's own, or a payload that makes no sense. */
export function readMention(body: unknown, botUserId: string): Post | null {
  return readPost(body, botUserId, ({ type }) => type === 'app_mention');
}

/** A person's direct message to the bot, or null: anything else that Slack also calls a message. */
export function readDirectMessage(body: unknown, botUserId: string): Post | null {
  return readPost(body, botUserId, ({ type, channel_type }) => type === 'message' && channel_type === 'im');
}

/** A person's message in a thread of a channel, or null: anything else, and what mentions the bot and comes as such. */
export function readThreadReply(body: unknown, botUserId: string): Post | null {
  const post = readPost(body, botUserId, ({ type, channel_type: kind }) => {
    return type === 'message' && (kind === 'channel' || kind === 'group');
  });
  return post === null || post.threadTs === null || post.text.includes(`<@${botUserId}`) ? null : post;
}

/** The command, or null when the payload makes no sense. */
export function readCommand(body: unknown): Command | null {
  const { data } = commandBody.safeParse(body);
  if (data === undefined) return null;
  return {
    name: data.command,
    text: data.text,
    user: data.user_id,
    channel: data.channel_id,
    triggerId: data.trigger_id,
    team: data.team_id,
    responseUrl: data.response_url,
  };
}

/** Which tab was opened by whom, or null when the payload makes no sense. */
export function readHomeOpening(body: unknown): HomeOpening | null {
  const { data } = homeOpenedEvent.safeParse(body);
  if (data === undefined) return null;
  const { tab, user, channel, view } = data.event;
  return { tab, user, channel, hash: view?.hash };
}

type PostEvent = z.infer<typeof postEvent>['event'];

function readPost(body: unknown, botUserId: string, belongs: (event: PostEvent) => boolean): Post | null {
  const { data } = postEvent.safeParse(body);
  if (data === undefined || !belongs(data.event)) return null;
  if (data.event.user === botUserId || data.event.user === SLACK_ITSELF) return null;
  const { channel, user, ts, thread_ts: threadTs } = data.event;
  return { team: data.team_id, channel, user, text: data.event.text, ts, threadTs };
}
