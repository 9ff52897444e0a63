import { readMention } from '../../reading/posts.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';
import { channelContext } from './channel-context.ts';

/** `@factdesk QUESTION` in a channel: a reply in the thread of the question, or for the asker alone. */
export function mention(services: Services): Listener {
  return {
    kind: 'event',
    name: 'app_mention',
    subscriptions: ['app_mention'],
    listen: (args) => answerMention(args, services),
  };
}

/**
 * A mention that comes as a message: with a file, or put in by an edit. Where Slack sends it as a mention too, the
 * ledger takes it once.
 */
export function mentionInMessage(services: Services): Listener {
  return {
    kind: 'event',
    name: 'message',
    subscriptions: ['message.channels', 'message.groups'],
    listen: (args) => answerMention(args, services),
  };
}

async function answerMention({ body, client, receipt }: EventArgs, services: Services): Promise<void> {
  const post = readMention(body, services.botUserId);
  if (post === null) return;
  const { isEdited } = post;
  const context = channelContext(post, 'mention', { client, services });
  await converse(services, readMessage(post.content, services.botName), { ...context, receipt, isEdited });
}
