import { readMention } from '../reading/payloads.ts';
import { originOf } from '../reading/post-origin.ts';
import { readMessage } from '../reading/read-message.ts';
import { converse } from '../replying/conversation.ts';
import { firstThatWorks, postIn, whisperIn } from '../sending/sending.ts';
import { lateStatus } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import type { EventArgs, Surface } from './surface.ts';

/** `@factdesk QUESTION` in a channel: a reply in the thread of the question, or for the asker alone where that is set. */
export function mention(services: Services): Surface {
  return {
    kind: 'event',
    name: 'app_mention',
    subscriptions: ['app_mention'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readMention(body, services.botUserId);
      if (post === null) return;
      const { channel, user, ts, threadTs } = post;
      const { wait, settings } = services;
      const { reply, mayPost } = settings.of(channel);
      const isPrivate = reply === 'private';
      const directly = postIn(client, { channel: user }, wait);
      const nearby = whisperIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
      const whisper = firstThatWorks(nearby, directly);
      const thread = threadTs ?? ts;
      await converse(services, readMessage(post.text), {
        origin: originOf(post, { surface: 'mention', thread, isPrivate }),
        reply: isPrivate ? whisper : postIn(client, { channel, threadTs: thread }, wait),
        whisper,
        receipt,
        options: { canShare: isPrivate && mayPost },
        lateWord: lateStatus(client, { channel, threadTs: thread }, directly),
      });
    },
  };
}
