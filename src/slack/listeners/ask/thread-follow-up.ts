import { readThreadReply } from '../../reading/payloads.ts';
import { originOf } from '../../reading/question-origin.ts';
import { looksLikeQuestion, readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import { FOLLOW_UP_WINDOW_MS } from '../../replying/earlier-question.ts';
import { firstThatWorks, postEphemeralIn, postIn } from '../../sending/senders.ts';
import { lateStatus } from '../../sending/tell-when-late.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';

/**
 * The next question of somebody who mentioned the bot in the same thread, without a mention. What others write there,
 * and what is no question, is left alone.
 */
export function threadFollowUp(services: Services): Listener {
  return {
    kind: 'event',
    name: 'message',
    subscriptions: ['message.channels', 'message.groups'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readThreadReply(body, services.botUserId);
      const reading = readMessage(post?.text ?? '');
      if (post === null || reading.kind !== 'question' || !looksLikeQuestion(reading.question)) return;
      const { channel, user, threadTs } = post;
      const { ledger, wait, now, channelSettings } = services;
      const { followUps, reply } = channelSettings.of(channel);
      const since = new Date(now().getTime() - FOLLOW_UP_WINDOW_MS);
      const last =
        followUps && (await ledger.lastQuestion({ askedBy: user, channel, thread: threadTs, since }));
      // False when follow-ups are off, undefined when the person asked nothing here of late.
      if (last === false || last?.surface !== 'mention') return;
      const isPrivate = reply === 'private';
      const destination = { channel, threadTs: threadTs ?? undefined };
      const directly = postIn(client, { channel: user }, wait);
      const replyPrivately = firstThatWorks(
        postEphemeralIn(client, { ...destination, user }, wait),
        directly,
      );
      await converse(services, reading, {
        origin: originOf(post, { surface: 'mention', thread: threadTs, isPrivate }),
        reply: isPrivate ? replyPrivately : postIn(client, destination, wait),
        replyPrivately,
        receipt,
        options: { canShare: isPrivate },
        lateWord: lateStatus(client, destination, directly),
      });
    },
  };
}
