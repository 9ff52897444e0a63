import type { NewQuestion } from '../../ledger/index.ts';
import type { Post } from './payloads.ts';

/**
 * A post as the ledger takes it. Slack may send one event again, and one post as two events under two ids: channel and
 * timestamp are the same for all of them.
 */
export function originOf(
  { team, channel, user, ts }: Post,
  { surface, thread, isPrivate }: Pick<NewQuestion, 'surface' | 'thread' | 'isPrivate'>,
): Omit<NewQuestion, 'words'> {
  return {
    deliveryKey: `${channel}:${ts}`,
    askedBy: user,
    replyAddress: null,
    surface,
    isPrivate,
    team,
    channel,
    thread,
  };
}
