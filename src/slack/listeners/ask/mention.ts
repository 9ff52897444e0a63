import { readMention } from '../../reading/payloads.ts';
import { originOf } from '../../reading/question-origin.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import { firstThatWorks, postEphemeralIn, postIn } from '../../sending/senders.ts';
import { lateStatus } from '../../sending/tell-when-late.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';

/**
 * `@factdesk QUESTION` in a channel: a reply in the thread of the question, or for the asker alone where that is set.
 */
export function mention(services: Services): Listener {
  return {
    kind: 'event',
    name: 'app_mention',
    subscriptions: ['app_mention'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readMention(body, services.botUserId);
      if (post === null) return;
      const { channel, user, ts, threadTs } = post;
      const { wait, channelSettings } = services;
      const { reply, mayPost } = channelSettings.of(channel);
      const isPrivate = reply === 'private';
      const directly = postIn(client, { channel: user }, wait);
      const nearby = postEphemeralIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
      const replyPrivately = firstThatWorks(nearby, directly);
      const thread = threadTs ?? ts;
      await converse(services, readMessage(post.text), {
        origin: originOf(post, { surface: 'mention', thread, isPrivate }),
        reply: isPrivate ? replyPrivately : postIn(client, { channel, threadTs: thread }, wait),
        replyPrivately,
        receipt,
        options: { canShare: isPrivate && mayPost },
        lateWord: lateStatus(client, { channel, threadTs: thread }, directly),
      });
    },
  };
}
