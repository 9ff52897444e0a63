import { asksInThread } from '../../reading/asks-in-thread.ts';
import { readThreadReply } from '../../reading/posts.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import { FOLLOW_UP_WINDOW_MS } from '../../replying/earlier-question.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';
import { channelContext } from './channel-context.ts';

/**
 * The next question of somebody who mentioned the bot in the same thread, without a mention. What others write there,
 * what is said to somebody else, and what is no question, is left alone.
 */
export function threadFollowUp(services: Services): Listener {
  return {
    kind: 'event',
    name: 'message',
    subscriptions: ['message.channels', 'message.groups'],
    async listen({ body, client, receipt }: EventArgs) {
      const post = readThreadReply(body, services.botUserId);
      if (post === null) return;
      // What is passed on in a thread is for whoever reads it, unless the bot is called.
      const reading = readMessage({ ...post.content, passedOn: '' }, services.botName);
      const questions = reading.kind === 'question' ? reading.questions.filter(asksInThread) : [];
      if (questions.length === 0) return;
      const { channel, user, threadTs } = post;
      const { ledger, now, channelSettings } = services;
      const since = new Date(now().getTime() - FOLLOW_UP_WINDOW_MS);
      const last =
        channelSettings.of(channel).followUps &&
        (await ledger.lastQuestion({ askedBy: user, channel, thread: threadTs, since }));
      // False when follow-ups are off, undefined when the person asked nothing here of late.
      if (!last || (last.surface !== 'mention' && last.surface !== 'follow-up')) return;
      const context = channelContext(post, 'follow-up', { client, services });
      await converse(services, { kind: 'question', questions }, { ...context, receipt });
    },
  };
}
