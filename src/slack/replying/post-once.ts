import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { withMark } from '../blocks/marks.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently } from '../sending/patiently.ts';
import { postIn, type Send, type Sent } from '../sending/senders.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { doOnce, type OnceDone } from './do-once.ts';

/** Slack gives so many messages at once, newest first: more than come in between while a bot is started again. */
const MESSAGES_LOOKED_AT = 999;

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
   * What to do where the app may not look whether they stand there already. @default 'post', since twice is better than never
   */
  readonly ifUnseen?: 'post' | 'leave';
  /** Writes down where the first one stands, before it counts as done. Never rejects. @default nothing is written down */
  readonly record?: (first: Sent) => Promise<void>;
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
    let first: Sent | null = null;
    for (const [index, message] of marked.entries()) {
      const sent = there?.get(`${posting.key} ${index}`) ?? (await send(message));
      first ??= sent;
    }
    if (first !== null) await posting.record?.(first);
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

const posted = z.object({
  ts: z.string(),
  blocks: z.array(z.object({ block_id: z.string().optional().catch('') })),
});

/** Null where the app may not look. */
async function findMarks(
  { channel, threadTs }: Posting,
  { wait }: Services,
  client: webApi.WebClient,
): Promise<ReadonlyMap<string, Sent> | null> {
  const again = <Answer>(call: () => Promise<Answer>) => patiently(call, wait, { isRepeatable: true });
  try {
    const id =
      channel.startsWith('U') || channel.startsWith('W')
        ? await directMessages(channel, again, client)
        : channel;
    const { messages = [] } = await again(() =>
      threadTs === undefined
        ? client.conversations.history({ channel: id, limit: MESSAGES_LOOKED_AT })
        : client.conversations.replies({ channel: id, ts: threadTs, limit: MESSAGES_LOOKED_AT }),
    );
    return new Map(
      messages.flatMap((message): [string, Sent][] => {
        const { data } = posted.safeParse(message);
        const mark = data?.blocks[0]?.block_id;
        return data === undefined || mark === undefined ? [] : [[mark, { channel: id, ts: data.ts }]];
      }),
    );
  } catch (error) {
    if (slackFailure(error).kind === 'refused') return null;
    throw error;
  }
}

async function directMessages(
  user: string,
  again: <Answer>(call: () => Promise<Answer>) => Promise<Answer>,
  client: webApi.WebClient,
): Promise<string> {
  const { channel } = await again(() => client.conversations.open({ users: user }));
  return channel?.id ?? user;
}
