import type { SlackMessage } from '../blocks/slack-message.ts';

/**
 * Where a message is sent: a conversation of Slack's, or a thread in it. A user's id stands for their direct messages.
 */
export interface Destination {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

/** Where a message stands; null where Slack does not tell it, as for a reply address. */
export interface Sent {
  readonly channel: string | null;
  readonly ts: string | null;
}

/** Sends one message to the destination it was made for. Rejects when Slack does not take it. */
export type Send = (message: SlackMessage) => Promise<Sent>;
