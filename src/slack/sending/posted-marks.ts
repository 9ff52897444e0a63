import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Sent } from './senders.ts';

/** Threads are shorter than this; Slack gives so many messages at once. */
const MESSAGES_LOOKED_AT = 1_000;

const posted = z.object({
  ts: z.string(),
  blocks: z.array(z.object({ block_id: z.string().optional().catch('') })),
});

/**
 * Looks for a message of ours in a thread, by its mark. Null when it is not there. Rejects when the thread cannot be
 * read, as without the scopes for it.
 */
export async function findPosted(
  client: webApi.WebClient,
  { channel, threadTs }: { readonly channel: string; readonly threadTs: string },
  mark: string,
): Promise<Sent | null> {
  const { messages = [] } = await client.conversations.replies({
    channel,
    ts: threadTs,
    limit: MESSAGES_LOOKED_AT,
  });
  for (const message of messages) {
    const { data } = posted.safeParse(message);
    if (data?.blocks[0]?.block_id === mark) return { channel, ts: data.ts };
  }
  return null;
}
