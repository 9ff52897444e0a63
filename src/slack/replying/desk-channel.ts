import type { webApi } from '@slack/bolt';
import type { MessageRef } from '../../ledger/index.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently } from '../sending/patiently.ts';
import type { Sent } from '../sending/send.ts';
import { postIn } from '../sending/senders.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import type { OnceDone } from './do-once.ts';
import { postOnce } from './post-once.ts';

/** Messages for the desk channel, what they are known by, and how it is remembered where the first one stands. */
export interface DeskPost {
  readonly key: string;
  readonly messages: readonly SlackMessage[];
  readonly record?: (message: MessageRef) => Promise<void>;
}

/** Posts in the desk channel, where there is one. Never rejects: who brings news of the files need not care. */
export function postToDesk(
  messages: readonly SlackMessage[],
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  return inDeskChannel(services, async (channel) => {
    const send = postIn(client, { channel }, services.wait);
    for (const message of messages) await send(message);
  });
}

/** What became of it; `failed` also where there is no desk channel. */
type Posted = OnceDone<Sent>['kind'] | 'failed';

/** Posts in the desk channel once, where there is one. Never rejects: what it is about is in the ledger by then. */
export async function postToDeskOnce(
  { key, messages, record = async () => {} }: DeskPost,
  services: Services,
  client: webApi.WebClient,
): Promise<Posted> {
  let posted: Posted = 'failed';
  await inDeskChannel(services, async (channel) => {
    const remember = async (first: Sent) => {
      const message = { channel: first.channel ?? channel, messageTs: first.ts ?? '' };
      await services.lateWrites.write({
        ids: {},
        what: 'a post in the desk channel',
        write: () => record(message),
      });
    };
    posted = (await postOnce({ key, channel, messages, record: remember }, services, client)).kind;
  });
  return posted;
}

/** Changes a post in the desk channel once its matter is closed. Never rejects: that somebody is told matters more. */
export async function changeDeskPost(
  { channel, messageTs: ts }: MessageRef,
  { text, blocks }: SlackMessage,
  { wait, logger }: Services,
  client: webApi.WebClient,
): Promise<void> {
  try {
    const change = () => client.chat.update({ channel, ts, text, blocks: [...blocks] });
    await patiently(change, wait, { isRepeatable: true });
  } catch (error) {
    logger.error({ channel, ...errorFields(error) }, 'a post in the desk channel was not changed');
  }
}

async function inDeskChannel(
  { deskChannel: channel, logger }: Services,
  post: (channel: string) => Promise<void>,
): Promise<void> {
  if (channel === null) return;
  try {
    await post(channel);
  } catch (error) {
    logger.error({ channel, ...errorFields(error) }, 'the desk channel was not told');
  }
}
