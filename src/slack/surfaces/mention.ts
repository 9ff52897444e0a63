import { converse } from '../conversation.ts';
import { readMention } from '../payloads.ts';
import { originOf } from '../post-origin.ts';
import { readQuestion } from '../read-question.ts';
import { firstThatWorks, postIn, whisperIn } from '../sending.ts';
import type { Services } from '../services.ts';
import type { EventArgs, Surface } from './surface.ts';

/** `@factdesk QUESTION` in a channel: a reply in the thread of the question, for everybody there. */
export function mention(services: Services): Surface {
  return {
    kind: 'event',
    name: 'app_mention',
    subscriptions: ['app_mention'],
    async listen({ body, client }: EventArgs) {
      const post = readMention(body, services.botUserId);
      if (post === null) return;
      const { channel, user, ts, threadTs } = post;
      const thread = threadTs ?? ts;
      const whisper = whisperIn(client, { channel, user, threadTs: threadTs ?? undefined }, services.wait);
      await converse(services, readQuestion(post.text), {
        origin: originOf(post, { surface: 'mention', thread, isPrivate: false }),
        reply: postIn(client, { channel, threadTs: thread }, services.wait),
        whisper: firstThatWorks(whisper, postIn(client, { channel: user }, services.wait)),
        options: {},
      });
    },
  };
}
