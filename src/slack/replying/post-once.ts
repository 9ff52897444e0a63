import type { webApi } from '@slack/bolt';
import { withMark } from '../blocks/marks.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently } from '../sending/patiently.ts';
import { postedMarks } from '../sending/posted-marks.ts';
import type { Send, Sent } from '../sending/send.ts';
import { postIn } from '../sending/senders.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { doOnce, type OnceDone } from './do-once.ts';

/** Messages that belong together, and where they are to stand. */
export interface Posting {
  /** Names them for ever, and nothing else; each bears it as its mark. */
  readonly key: string;
  /** A channel, or a person's id for their direct messages. */
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly messages: readonly SlackMessage[];
  /** @default posts as the app in the channel */
  readonly send?: Send;
  /**
   * What to do where the app may not look whether they stand there already. @default 'post', since twice is better than
   * never
   */
  readonly ifUnseen?: 'post' | 'leave';
  /**
   * Writes down where the first one stands, or all of them, before it counts as done. Never rejects. @default nothing
   * is written down
   */
  readonly record?: (first: Sent, all: readonly Sent[]) => Promise<void>;
}

/**
 * Posts messages once, also when the bot is killed between two of them: what stands there already is found by its mark.
 * Gives where the first one stands.
 */
export function postOnce(
  posting: Posting,
  services: Services,
  client: webApi.WebClient,
): Promise<OnceDone<Sent>> {
  const marked = posting.messages.map((message, index) => withMark(message, `${posting.key} ${index}`));
  let there: ReadonlyMap<string, Sent> | null = new Map();
  const post = async (): Promise<Sent | null> => {
    if (there === null && posting.ifUnseen === 'leave') return null;
    const { send = postIn(client, posting, services.wait) } = posting;
    const sent: Sent[] = [];
    for (const [index, message] of marked.entries())
      sent.push(there?.get(`${posting.key} ${index}`) ?? (await send(message)));
    const [first = null] = sent;
    if (first !== null) await posting.record?.(first, sent);
    return first;
  };
  const work = {
    key: posting.key,
    look: async () => {
      there = await findMarks(posting, services, client);
      return null;
    },
    act: post,
  };
  return doOnce(work, services);
}

/** Null where the app may not look. */
async function findMarks(
  { channel, threadTs }: Posting,
  { wait }: Services,
  client: webApi.WebClient,
): Promise<ReadonlyMap<string, Sent> | null> {
  const again = <Result>(call: () => Promise<Result>) => patiently(call, wait, { isRepeatable: true });
  try {
    const id = /^[UW]/.test(channel) ? await again(() => directMessages(channel, client)) : channel;
    return await again(() => postedMarks(client, { channel: id, threadTs }));
  } catch (error) {
    if (slackFailure(error).kind === 'refused') return null;
    throw error;
  }
}

async function directMessages(user: string, client: webApi.WebClient): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  return channel?.id ?? user;
}
