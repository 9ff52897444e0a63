import { readDirectMessage } from '../../reading/posts.ts';
import { originOf } from '../../reading/question-origin.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import { postIn } from '../../sending/senders.ts';
import { statusIn } from '../../sending/status.ts';
import { lateStatus } from '../../sending/tell-when-late.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';

/** A question in a direct message: a reply in the thread of it. */
export function directMessage(services: Services): Listener {
  return {
    kind: 'event',
    name: 'message',
    subscriptions: ['message.im'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readDirectMessage(body, services.botUserId);
      if (post === null) return;
      const { channel, ts, threadTs } = post;
      const thread = threadTs ?? ts;
      const send = postIn(client, { channel, threadTs: thread }, services.wait);
      await converse(services, readMessage(post.content, services.botName), {
        origin: originOf(post, { surface: 'direct-message', thread, isPrivate: true }),
        reply: send,
        replyPrivately: send,
        receipt,
        options: { withFeedback: true },
        lateWord: lateStatus(client, { channel, threadTs: thread }),
        showStatus: statusIn(client, { channel, threadTs: thread }, services.logger),
      });
    },
  };
}
