import type { RespondFn, webApi } from '@slack/bolt';
import { readBlockAction } from '../reading/read-block-action.ts';
import type { Send } from '../sending/send.ts';
import { firstThatWorks, postEphemeralIn, postIn, respondWith } from '../sending/senders.ts';
import type { Services } from '../services/services.ts';

/** How to reach people from where a button stands. */
export interface ReplyTargets {
  /** To the person who pressed, alone. */
  readonly tell: Send;
  /** To everybody where the button stands. */
  readonly post: Send;
}

/** A press as it came. */
interface Came {
  readonly body: unknown;
  readonly client: webApi.WebClient;
  /** Types promise it, but a press in a modal or on the Home tab has none. */
  readonly respond?: RespondFn;
}

/** The ways from a press back to people. Null when the payload makes no sense. */
export function replyTargets(
  { body, client, respond }: Came,
  { wait }: Pick<Services, 'wait'>,
): ReplyTargets | null {
  const press = readBlockAction(body);
  if (press === null) return null;
  const { user, channel, threadTs } = press;
  const place = channel === null ? null : { channel, threadTs: threadTs ?? undefined };
  const directly = postIn(client, { channel: user }, wait);
  const nearby = place === null ? [] : [postEphemeralIn(client, { ...place, user }, wait)];
  const byAddress = respond === undefined ? [] : [respondWith(respond, wait)];
  // The address leads into the channel, where nobody looks who pressed in a thread.
  const tells = threadTs === null ? [...byAddress, ...nearby] : [...nearby, ...byAddress];
  const posts = [
    ...(place === null ? [] : [postIn(client, place, wait)]),
    ...(respond === undefined ? [] : [respondWith(respond, wait, 'in_channel')]),
  ];
  return { tell: firstThatWorks(...tells, directly), post: firstThatWorks(...posts, directly) };
}
