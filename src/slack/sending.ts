import type { RespondFn, webApi } from '@slack/bolt';
import type { SlackMessage } from './blocks/message.ts';
import { patiently, type Wait } from './patience.ts';
import { slackFailure } from './slack-failure.ts';

/** Sends one message to the place it was made for. Rejects when Slack does not take it. */
export type Send = (message: SlackMessage) => Promise<void>;

/** A place in Slack: a conversation, or a thread in it. */
export interface Place {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;
const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Posts for everybody who sees the place. A user's id as the channel is that person's direct messages. */
export function postIn(client: webApi.WebClient, { channel, threadTs }: Place, wait: Wait): Send {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return throughBlocksOrText(async (content) => {
    await patiently(() => client.chat.postMessage({ channel, ...thread, ...content, ...QUIET }), wait);
  });
}

/** Shows the message to one member of the channel only. */
export function whisperIn(
  client: webApi.WebClient,
  { channel, threadTs, user }: Place & { readonly user: string },
  wait: Wait,
): Send {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return throughBlocksOrText(async (content) => {
    await patiently(() => client.chat.postEphemeral({ channel, user, ...thread, ...content }), wait);
  });
}

/** Answers through the address Slack sent along: privately, and also where the bot is no member. */
export function respondWith(respond: RespondFn, wait: Wait): Send {
  return throughBlocksOrText(async (content) => {
    const message = { response_type: 'ephemeral', replace_original: false, ...content, ...QUIET } as const;
    await patiently(() => respond(message), wait);
  });
}

/** Tries one way after the other. A message that may have arrived is not sent another way: it would come twice. */
export function firstThatWorks(first: Send, ...others: readonly Send[]): Send {
  return async (message) => {
    let failure: unknown;
    for (const send of [first, ...others]) {
      try {
        return await send(message);
      } catch (error) {
        if (slackFailure(error).kind === 'unsure') throw error;
        failure ??= error;
      }
    }
    throw failure;
  };
}

type Content =
  | { readonly text: string; readonly blocks: SlackMessage['blocks'][number][] }
  | { readonly text: string };

/** The text says everything, so it goes alone where Slack refuses the blocks. */
function throughBlocksOrText(send: (content: Content) => Promise<void>): Send {
  return async ({ text, blocks }) => {
    try {
      await send({ text, blocks: [...blocks] });
    } catch (error) {
      const failure = slackFailure(error);
      if (failure.kind !== 'refused' || !REFUSED_BLOCKS.has(failure.error)) throw error;
      await send({ text });
    }
  };
}
