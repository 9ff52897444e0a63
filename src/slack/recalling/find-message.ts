import type { types, webApi } from '@slack/bolt';
import { z } from 'zod';
import { patiently } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

/** Where a message of ours was posted, and for which question. */
export interface WantedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly questionId: string;
}

/** A message as Slack has it. */
export interface FoundMessage {
  readonly blocks: readonly types.KnownBlock[];
  /** Timestamp of the first message of the thread that it stands in; null at the top of a conversation. */
  readonly thread: string | null;
}

const posted = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  blocks: z.array(z.custom<types.KnownBlock>(isBlock)).optional(),
});

function isBlock(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * Finds a message wherever it stands: a reply stands in the thread of its question, but what was shared and what told
 * somebody of a correction may stand at the top of the same conversation. Null when it was deleted.
 */
export async function findMessage(wanted: WantedMessage, services: Services): Promise<FoundMessage | null> {
  const { channel, ts } = wanted;
  const question = await services.ledger.question(wanted.questionId);
  const thread = question?.channel === channel ? (question.thread ?? ts) : ts;
  // Asked for by its own timestamp, a message comes alone.
  for (const first of new Set([thread, ts])) {
    const found = (await readThread({ channel, ts }, first, services)).find((one) => one.ts === ts);
    const { data } = posted.safeParse(found);
    if (data !== undefined) return { blocks: data.blocks ?? [], thread: data.thread_ts ?? null };
  }
  return null;
}

type Messages = NonNullable<webApi.ConversationsRepliesResponse['messages']>;

async function readThread(
  { channel, ts }: Pick<WantedMessage, 'channel' | 'ts'>,
  first: string,
  { wait, backgroundClient: client }: Services,
): Promise<Messages> {
  const page = { channel, oldest: ts, latest: ts, inclusive: true, limit: 10 };
  const read = async (): Promise<Messages> => {
    try {
      return (await client.conversations.replies({ ...page, ts: first })).messages ?? [];
    } catch (error) {
      const failure = slackFailure(error);
      if (failure.kind === 'refused' && failure.error === 'thread_not_found') return [];
      throw error;
    }
  };
  return patiently(read, wait, { isRepeatable: true });
}
