import { readThreadReply } from '../reading/payloads.ts';
import { originOf } from '../reading/post-origin.ts';
import { looksLikeQuestion, readMessage } from '../reading/read-message.ts';
import { converse } from '../replying/conversation.ts';
import { FOLLOW_UP_WINDOW_MS } from '../replying/earlier-question.ts';
import { firstThatWorks, postIn, whisperIn } from '../sending/sending.ts';
import { lateStatus } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import type { EventArgs, Surface } from './surface.ts';

/**
 * The next question of somebody who mentioned the bot in the same thread, without a mention. What others write there,
 * and what is no question, is left alone.
 */
export function threadFollowUp(services: Services): Surface {
  return {
    kind: 'event',
    name: 'message',
    subscriptions: ['message.channels', 'message.groups'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readThreadReply(body, services.botUserId);
      const reading = readMessage(post?.text ?? '');
      if (post === null || reading.kind !== 'question' || !looksLikeQuestion(reading.question)) return;
      const { channel, user, threadTs } = post;
      const { ledger, wait, now, settings } = services;
      const { followUps, reply } = settings.of(channel);
      const since = new Date(now().getTime() - FOLLOW_UP_WINDOW_MS);
      const last =
        followUps && (await ledger.lastQuestion({ askedBy: user, channel, thread: threadTs, since }));
      // False when follow-ups are off, undefined when the person asked nothing here of late.
      if (last === false || last?.surface !== 'mention') return;
      const isPrivate = reply === 'private';
      const place = { channel, threadTs: threadTs ?? undefined };
      const directly = postIn(client, { channel: user }, wait);
      const whisper = firstThatWorks(whisperIn(client, { ...place, user }, wait), directly);
      await converse(services, reading, {
        origin: originOf(post, { surface: 'mention', thread: threadTs, isPrivate }),
        reply: isPrivate ? whisper : postIn(client, place, wait),
        whisper,
        receipt,
        options: { canShare: isPrivate },
        lateWord: lateStatus(client, place, directly),
      });
    },
  };
}
