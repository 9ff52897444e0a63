import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Wait } from './patiently.ts';
import type { Destination } from './send.ts';
import { errorFields } from './slack-failure.ts';

/** A reply that takes no longer needs no status: it would only flicker. */
const SLOW_MS = 300;
const STATUS = 'is searching the files…';

/** Shows that something is being done. */
export type ShowStatus = () => Promise<void>;

/**
 * Says in the agent pane that the files are being searched. Slack takes it away with the reply. Never rejects: without
 * `agent_view` Slack refuses, and the reply comes all the same.
 */
export function statusIn(
  client: webApi.WebClient,
  { channel, threadTs }: Required<Destination>,
  logger: Logger,
): ShowStatus {
  return async () => {
    if (threadTs === undefined) return;
    try {
      await setStatus(client, { channel, threadTs }, STATUS);
    } catch (error) {
      logger.info({ channel, ...errorFields(error) }, 'no status shown');
    }
  };
}

/** Sets the status of a thread; an empty one takes it away. Rejects where Slack shows none. */
export async function setStatus(
  client: webApi.WebClient,
  { channel, threadTs = '' }: Required<Destination>,
  status: string,
): Promise<void> {
  await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status });
}

/** Waits for the work, and shows a status meanwhile when it takes long. The status is out before the reply is. */
export async function withStatus<T>(work: Promise<T>, showStatus: ShowStatus, wait: Wait): Promise<T> {
  const settled = work.then(
    () => false,
    () => false,
  );
  const isSlow = await Promise.race([settled, wait(SLOW_MS).then(() => true)]);
  if (isSlow) await showStatus();
  return work;
}
