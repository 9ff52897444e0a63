import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorFields } from '../sending/slack-failure.ts';

/**
 * Keeps a message that the socket client cannot read from ending the process. Version 3.1.0 throws on an `events_api`
 * envelope without an inner event, which is how Slack says `app_rate_limited`, in a listener nobody waits for.
 */
export function guardSocket(client: SocketModeReceiver['client'], logger: Logger): void {
  const deliveries = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  for (const deliver of deliveries) {
    client.on('ws_message', (...received: readonly unknown[]) => {
      Promise.resolve()
        .then(() => deliver(...received))
        .catch((error: unknown) => logger.error(errorFields(error), 'a message of the socket was left out'));
    });
  }
}
