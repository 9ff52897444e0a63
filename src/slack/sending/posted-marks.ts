import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Destination, Sent } from './send.ts';

/** Slack gives so many messages at once; threads are shorter, and in a channel fewer come while a bot starts again. */
const MESSAGES_LOOKED_AT = 999;

const posted = z.object({
  ts: z.string(),
  blocks: z.array(z.object({ block_id: z.string().optional().catch('') })),
});

/**
 * Where the messages with a mark stand that were last posted in a channel, or that stand in a thread; by their marks.
 * Rejects when it cannot be read, as without the scopes for it.
 */
export async function postedMarks(
  client: webApi.WebClient,
  { channel, threadTs }: Destination,
): Promise<ReadonlyMap<string, Sent>> {
  const page = { channel, limit: MESSAGES_LOOKED_AT };
  const { messages = [] } =
    threadTs === undefined
      ? await client.conversations.history(page)
      : await client.conversations.replies({ ...page, ts: threadTs });
  return new Map(
    messages.flatMap((message): [string, Sent][] => {
      const { data } = posted.safeParse(message);
      const mark = data?.blocks[0]?.block_id;
      return data === undefined || !mark ? [] : [[mark, { channel, ts: data.ts }]];
    }),
  );
}
