import type { RespondFn, webApi } from '@slack/bolt';
import { markOf } from '../blocks/marks.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently, type Wait } from './patiently.ts';
import { postConfirmed } from './post-confirmed.ts';
import type { Destination, Send, Sent } from './send.ts';
import { slackFailure } from './slack-failure.ts';

const QUIET = { unfurl_links: false, unfurl_media: false } as const;
const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/**
 * Posts for everybody who sees the destination. A user's id as the channel is that person's direct messages. In a
 * thread a message with a mark is posted once, also when Slack's answer gets lost.
 */
export function postIn(client: webApi.WebClient, { channel, threadTs }: Destination, wait: Wait): Send {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return throughBlocksOrText((content) => {
    const post = async () => {
      const call = () => client.chat.postMessage({ channel, ...thread, ...content, ...QUIET });
      const posted = await patiently(call, wait);
      return { channel: posted.channel ?? channel, ts: posted.ts ?? null };
    };
    const mark = 'blocks' in content ? markOf(content) : undefined;
    if (mark === undefined || threadTs === undefined) return post();
    return postConfirmed(post, { client, destination: { channel, threadTs }, mark }, wait);
  });
}

/** Shows the message to one member of the channel only. */
export function postEphemeralIn(
  client: webApi.WebClient,
  { channel, threadTs, user }: Destination & { readonly user: string },
  wait: Wait,
): Send {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return throughBlocksOrText(async (content) => {
    const replyPrivately = () => client.chat.postEphemeral({ channel, user, ...thread, ...content });
    const { message_ts: ts } = await patiently(replyPrivately, wait);
    return { channel, ts: ts ?? null };
  });
}

/**
 * Answers through the address Slack sent along, also where the bot is no member.
 *
 * @param response_type `ephemeral` for the person alone, `in_channel` for everybody there
 */
export function respondWith(
  respond: RespondFn,
  wait: Wait,
  response_type: 'ephemeral' | 'in_channel' = 'ephemeral',
): Send {
  return throughBlocksOrText(async (content) => {
    const message = { response_type, replace_original: false, ...content, ...QUIET };
    await patiently(() => respond(message), wait);
    return { channel: null, ts: null };
  });
}

/** Puts the message in place of one of the app's own that is no private one. */
export function updateIn(
  client: webApi.WebClient,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  wait: Wait,
): Send {
  return throughBlocksOrText(async (content) => {
    await patiently(() => client.chat.update({ channel, ts, ...content }), wait, { isRepeatable: true });
    return { channel, ts };
  });
}

/** Puts the message in place of the one that the address came with, also where one person alone sees it. */
export function replaceWith(respond: RespondFn, wait: Wait): Send {
  return throughBlocksOrText(async (content) => {
    const replace = () => respond({ replace_original: true, ...content });
    await patiently(replace, wait, { isRepeatable: true });
    return { channel: null, ts: null };
  });
}

/** Tries one way after the other. A message that may have arrived is not sent another way: it would come twice. */
export function firstThatWorks(...ways: readonly Send[]): Send {
  return async (message) => {
    const failures: unknown[] = [];
    for (const send of ways) {
      try {
        return await send(message);
      } catch (error) {
        if (slackFailure(error).kind === 'unsure') throw error;
        failures.push(error);
      }
    }
    // The first way is the proper one: why it failed says most.
    throw failures[0] ?? new Error('There is no way to send this message.');
  };
}

type Content =
  | { readonly text: string; readonly blocks: SlackMessage['blocks'][number][] }
  | { readonly text: string };

/** The text says everything, so it goes alone where Slack refuses the blocks. */
function throughBlocksOrText(send: (content: Content) => Promise<Sent>): Send {
  return async ({ text, blocks }) => {
    try {
      return await send({ text, blocks: [...blocks] });
    } catch (error) {
      const failure = slackFailure(error);
      if (failure.kind !== 'refused' || !REFUSED_BLOCKS.has(failure.error)) throw error;
      return await send({ text });
    }
  };
}
