import { z } from 'zod';
import { type ButtonValue, readButtonValue } from '../blocks/button-value.ts';
import { maybeId } from './payload-id.ts';

/** A block action of one of our buttons. */
export interface ButtonAction {
  readonly user: string;
  readonly team: string | null;
  /** Null on the Home tab and in a modal. */
  readonly channel: string | null;
  readonly threadTs: string | null;
  /** Of the message that the button stands in; null on the Home tab and in a modal. */
  readonly messageTs: string | null;
  readonly triggerId: string | null;
  /** Whether the button stands in a modal, on which another is stacked. */
  readonly isInModal: boolean;
  /** Of the modal or the Home tab that it stands in; null in a message. */
  readonly viewId: string | null;
  /** Whether the person who pressed alone sees the message, which only the response address can change. */
  readonly isEphemeral: boolean;
  /** Whether the button stands in a message that everybody in the channel sees. */
  readonly isForAll: boolean;
  /** As the button had it. */
  readonly written: string;
  /** The same for every redelivery of this block action, and for no other. */
  readonly eventKey: string;
}

/** A block action of a button under a reply. */
export interface ReplyButtonAction extends ButtonAction {
  readonly value: ButtonValue;
}

const container = z
  .object({
    channel_id: maybeId,
    thread_ts: maybeId,
    message_ts: maybeId,
    is_ephemeral: z.boolean().nullish().catch(true),
  })
  .partial()
  .nullish()
  .catch(null);

const body = z.object({
  user: z.object({ id: z.string().min(1) }),
  team: z.object({ id: maybeId }).nullish().catch(null),
  channel: z.object({ id: maybeId }).nullish().catch(null),
  container,
  message: z.object({ thread_ts: maybeId }).nullish().catch(null),
  view: z.object({ type: z.string(), id: maybeId }).nullish().catch(null),
  trigger_id: maybeId,
  actions: z
    .tuple([z.object({ action_id: z.string(), action_ts: maybeId, value: z.string() })])
    .rest(z.unknown()),
});

/** The block action, or null when the payload makes no sense. */
export function readBlockAction(payload: unknown): ButtonAction | null {
  const { data } = body.safeParse(payload);
  if (data === undefined) return null;
  const [action] = data.actions;
  const place = data.container;
  const channel = data.channel?.id ?? place?.channel_id ?? null;
  return {
    user: data.user.id,
    team: data.team?.id ?? null,
    channel,
    threadTs: place?.thread_ts ?? data.message?.thread_ts ?? null,
    messageTs: place?.message_ts ?? null,
    triggerId: data.trigger_id ?? null,
    isInModal: data.view?.type === 'modal',
    viewId: data.view?.id ?? null,
    isEphemeral: place?.is_ephemeral === true,
    isForAll: channel !== null && !channel.startsWith('D') && place !== null && place?.is_ephemeral !== true,
    written: action.value,
    eventKey: [action.action_id, data.user.id, place?.message_ts, action.action_ts, action.value].join(' '),
  };
}

/** The block action of a button under a reply, or null when it brought back no value of ours. */
export function readReplyButtonAction(payload: unknown): ReplyButtonAction | null {
  const action = readBlockAction(payload);
  const value = action === null ? null : readButtonValue(action.written);
  return action === null || value === null ? null : { ...action, value };
}
