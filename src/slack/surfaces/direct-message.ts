import { claimPost } from '../claim-post.ts';
import { converse } from '../conversation.ts';
import { readDirectMessage } from '../payloads.ts';
import { readQuestion } from '../read-question.ts';
import { postIn } from '../sending.ts';
import type { Services } from '../services.ts';
import type { EventArgs, Surface } from './surface.ts';

/** A question in a direct message: a reply in the thread of it. */
export function directMessage(services: Services): Surface {
  return {
    kind: 'event',
    name: 'message',
    subscription: 'message.im',
    async listen({ body, client }: EventArgs) {
      const post = readDirectMessage(body, services.botUserId);
      if (post === null) return;
      const { channel, user, ts, threadTs } = post;
      const send = postIn(client, { channel, threadTs: threadTs ?? ts }, services.wait);
      await converse(services, readQuestion(post.text), {
        take: () => claimPost(services.claim, post),
        reply: send,
        whisper: send,
        withQuestion: false,
        ids: { surface: 'message.im', event: post.eventId, user, channel },
      });
    },
  };
}
