import type { webApi } from '@slack/bolt';
import { withMark } from '../blocks/marks.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently } from '../sending/patiently.ts';
import { postedMarks } from '../sending/posted-marks.ts';
import type { Destination, Send, Sent } from '../sending/send.ts';
import { postIn } from '../sending/senders.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { doOnce, type OnceDone } from './do-once.ts';

/** Messages that belong together, and where they are to stand: in a channel, or a person's direct messages by id. */
export interface PostingPlace extends Destination {
  readonly messages: readonly SlackMessage[];
}

/** What is posted once. */
export interface Posting extends PostingPlace {
  /** Names it for ever, and nothing else; each message bears it as its mark. */
  readonly key: string;
  /** Where it is posted instead when Slack refuses the first message. @default nowhere */
  readonly otherwise?: PostingPlace;
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
  let there: Found | null = NOTHING_THERE;
  const post = async (): Promise<Sent | null> => {
    if (there === null && posting.ifUnseen === 'leave') return null;
    const sent = await postAt(posting, there ?? NOTHING_THERE, { services, client });
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

/** Where messages with a mark stand. */
type Marks = ReadonlyMap<string, Sent>;

/** What stands at the one place, and where it is posted otherwise. */
interface Found {
  readonly here: Marks;
  readonly elsewhere: Marks;
}

const NOTHING_THERE: Found = { here: new Map(), elsewhere: new Map() };

interface Tools {
  readonly services: Services;
  readonly client: webApi.WebClient;
}

/** What was begun at one place is gone on with there. */
async function postAt(
  { otherwise, key, send, ...here }: Posting,
  found: Found,
  { services: { wait }, client }: Tools,
): Promise<readonly Sent[]> {
  const postElsewhere = async ({ messages, ...place }: PostingPlace) => {
    const sent: Sent[] = [];
    await postAll(messages, { key, there: found.elsewhere, send: postIn(client, place, wait), sent });
    return sent;
  };
  if (otherwise !== undefined && found.elsewhere.has(markOf(key, 0))) return postElsewhere(otherwise);
  const sent: Sent[] = [];
  try {
    await postAll(here.messages, { key, there: found.here, send: send ?? postIn(client, here, wait), sent });
    return sent;
  } catch (error) {
    if (otherwise === undefined || sent.length > 0 || slackFailure(error).kind !== 'refused') throw error;
    return postElsewhere(otherwise);
  }
}

interface PostingAll {
  readonly key: string;
  readonly there: Marks;
  readonly send: Send;
  /** Where each message stands, noted one by one. */
  readonly sent: Sent[];
}

async function postAll(
  messages: readonly SlackMessage[],
  { key, there, send, sent }: PostingAll,
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const mark = markOf(key, index);
    sent.push(there.get(mark) ?? (await send(withMark(message, mark))));
  }
}

const markOf = (key: string, index: number) => `${key} ${index}`;

/** Null where the app may not look. */
async function findMarks(
  { otherwise, ...place }: Posting,
  services: Services,
  client: webApi.WebClient,
): Promise<Found | null> {
  const here = await marksAt(place, services, client);
  const elsewhere = otherwise === undefined ? null : await marksAt(otherwise, services, client);
  if (here === null && elsewhere === null) return null;
  return { here: here ?? NOTHING_THERE.here, elsewhere: elsewhere ?? NOTHING_THERE.elsewhere };
}

async function marksAt(
  { channel, threadTs }: Destination,
  { wait }: Services,
  client: webApi.WebClient,
): Promise<Marks | null> {
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
