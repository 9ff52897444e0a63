import { z } from 'zod';
import { type MessageContent, readContent } from './message-content.ts';
import { id, maybeId } from './payload-id.ts';

/** A message that somebody wants facts about. */
export interface MessageShortcut {
  readonly user: string;
  readonly team: string | null;
  readonly channel: string;
  /** The thread the message stands in; null outside threads. */
  readonly threadTs: string | null;
  readonly content: MessageContent;
  readonly responseUrl: string | null;
  /** The same for every redelivery, and for no other use of the shortcut. */
  readonly eventKey: string;
}

/** Somebody who wants a question box. */
export interface GlobalShortcut {
  readonly user: string;
  readonly triggerId: string;
}

const messageBody = z.object({
  type: z.literal('message_action'),
  user: z.object({ id }),
  team: z.object({ id: maybeId }).nullish().catch(null),
  channel: z.object({ id }),
  message: z.looseObject({ thread_ts: maybeId, ts: maybeId }).catch({ thread_ts: null, ts: null }),
  response_url: maybeId,
  trigger_id: maybeId,
  action_ts: maybeId,
});
const globalBody = z.object({ type: z.literal('shortcut'), user: z.object({ id }), trigger_id: id });

/** The message and who asks about it, or null when the payload makes no sense. */
export function readMessageShortcut(payload: unknown): MessageShortcut | null {
  const { data } = messageBody.safeParse(payload);
  if (data === undefined) return null;
  const { user, channel, message } = data;
  return {
    user: user.id,
    team: data.team?.id ?? null,
    channel: channel.id,
    threadTs: message.thread_ts ?? null,
    content: readContent(message),
    responseUrl: data.response_url ?? null,
    eventKey: ['shortcut', user.id, channel.id, message.ts, data.action_ts ?? data.trigger_id].join(' '),
  };
}

/** What a global shortcut brings, or null when the payload makes no sense. */
export function readGlobalShortcut(payload: unknown): GlobalShortcut | null {
  const { data } = globalBody.safeParse(payload);
  return data === undefined ? null : { user: data.user.id, triggerId: data.trigger_id };
}
