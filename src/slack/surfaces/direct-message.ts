import { readDirectMessage } from '../reading/payloads.ts';
import { originOf } from '../reading/post-origin.ts';
import { readMessage } from '../reading/read-message.ts';
import { converse } from '../replying/conversation.ts';
import { postIn } from '../sending/sending.ts';
import { statusIn } from '../sending/status.ts';
import { lateStatus } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import type { EventArgs, Surface } from './surface.ts';

/** A question in a direct message: a reply in the thread of it. */
export function directMessage(services: Services): Surface {
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
      await converse(services, readMessage(post.text), {
        origin: originOf(post, { surface: 'direct-message', thread, isPrivate: true }),
        reply: send,
        whisper: send,
        receipt,
        options: { withFeedback: true },
        lateWord: lateStatus(client, { channel, threadTs: thread }),
        showStatus: statusIn(client, { channel, threadTs: thread }, services),
      });
    },
  };
}
