import type { webApi } from '@slack/bolt';
import type { Post } from '../../reading/posts.ts';
import { originOf } from '../../reading/question-origin.ts';
import type { QuestionContext } from '../../replying/question-context.ts';
import { firstThatWorks, postEphemeralIn, postIn } from '../../sending/senders.ts';
import { lateStatus } from '../../sending/tell-when-late.ts';
import { replyIn } from '../../services/channel-settings.ts';
import type { Services } from '../../services/services.ts';

/**
 * How what is asked in a channel is answered: in the thread of it, or for the asker alone where that is set for the
 * channel, or for channels in which people of other organisations read along.
 */
export function channelContext(
  post: Post,
  surface: 'mention' | 'follow-up',
  { client, services }: { readonly client: webApi.WebClient; readonly services: Services },
): QuestionContext {
  const { channel, user, ts, threadTs } = post;
  const { wait, channelSettings } = services;
  const behaviour = channelSettings.of(channel);
  const isPrivate = replyIn(behaviour, post) === 'private';
  const thread = threadTs ?? ts;
  const directly = postIn(client, { channel: user }, wait);
  const nearby = postEphemeralIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
  const replyPrivately = firstThatWorks(nearby, directly);
  return {
    origin: originOf(post, { surface, thread, isPrivate }),
    reply: isPrivate ? replyPrivately : postIn(client, { channel, threadTs: thread }, wait),
    replyPrivately,
    options: { canShare: isPrivate && behaviour.mayPost },
    lateWord: lateStatus(client, { channel, threadTs: thread }, directly),
  };
}
