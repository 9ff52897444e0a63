import type { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from 'pino';
import { z } from 'zod';
import { errorFields } from '../sending/slack-failure.ts';

/** Stands in every goodbye. What lacks it is not read twice, here and by the library. */
const GOODBYE_WORD = '"disconnect"';
const goodbye = z.object({ type: z.literal('disconnect'), reason: z.string().catch('unknown') });

/**
 * Stands between a socket and the library that reads it. Slack's goodbyes go to `onGoodbye`: the library would close
 * the socket at once, while Slack still sends through it. A message that the library cannot read does not end the
 * process: version 3.1.0 throws on an `events_api` envelope without an inner event, which is how Slack says
 * `app_rate_limited`, in a listener nobody waits for.
 */
export function readMessages(
  client: SocketModeClient,
  { onGoodbye, logger }: { readonly onGoodbye: (reason: string) => void; readonly logger: Logger },
): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...received: readonly unknown[]) => {
    const { data } = goodbye.safeParse(parseJson(received[0]));
    if (data !== undefined) return onGoodbye(data.reason);
    for (const read of readers) {
      Promise.resolve()
        .then(() => read(...received))
        .catch((error: unknown) => logger.error(errorFields(error), 'a message of the socket was left out'));
    }
  });
}

/** Undefined for what is no JSON: bytes, and what was cut short. */
function parseJson(message: unknown): unknown {
  if (typeof message !== 'string' || !message.includes(GOODBYE_WORD)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
