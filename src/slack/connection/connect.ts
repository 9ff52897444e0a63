import { App } from '@slack/bolt';
import { errorFields } from '../sending/slack-failure.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { SocketPlace } from './open-socket.ts';
import { plainFetch } from './plain-fetch.ts';
import { receiptOf } from './receipt.ts';
import { createReceiver, type KeepingReceiver } from './receiver.ts';

/** Which app in which workspace, and where Slack is. */
export interface Connection extends SocketPlace {
  readonly botToken: string;
}

/** Bolt on sockets of its own, not started yet. */
export function buildApp(connection: Connection): { readonly app: App; readonly receiver: KeepingReceiver } {
  const { botToken, apiUrl, requestTimeoutMs } = connection;
  const receiver = createReceiver(connection);
  const app = new App({
    receiver,
    token: botToken,
    logger: createBoltLogger(connection.logger),
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    // A call of ours is repeated by `patiently`, which knows what is safe to repeat and makes nobody else wait.
    clientOptions: {
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: plainFetch(requestTimeoutMs),
    },
  });
  app.error(async ({ error, context }: { error: Error; context: Record<string, unknown> }) => {
    connection.logger.error(errorFields(error), 'a listener failed');
    receiptOf(context).withhold();
  });
  return { app, receiver };
}
