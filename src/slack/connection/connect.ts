import { App, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorFields } from '../sending/slack-failure.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { guardSocket } from './socket-guard.ts';

/** Which app in which workspace, and where Slack is. */
export interface Connection {
  readonly botToken: string;
  readonly appToken: string;
  /** Only to point at a stand-in. @default Slack's own address */
  readonly apiUrl?: string;
  readonly logger: Logger;
  /** How calls to Slack are made: at its pace, and again where that is safe. */
  readonly fetch: typeof fetch;
}

/**
 * The socket's calls are few and must never give up: without them the bot is deaf. The pause grows to half a minute;
 * without a ceiling it would grow to hours.
 */
const SOCKET_RETRIES = { retries: 100, factor: 1.3, maxTimeout: 30_000 } as const;

/** Bolt on a socket of its own, not started yet. */
export function buildApp(connection: Connection): {
  readonly app: App;
  readonly receiver: SocketModeReceiver;
} {
  const { botToken, appToken, apiUrl, fetch } = connection;
  const logger = createBoltLogger(connection.logger);
  const address = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...address, retryConfig: { ...SOCKET_RETRIES } } },
  });
  guardSocket(receiver.client, connection.logger);
  const app = new App({
    receiver,
    token: botToken,
    logger,
    deferInitialization: true,
    convoStore: false,
    // The client repeats nothing and lets every call through at once: `fetch` knows what is safe to repeat, and when.
    clientOptions: {
      ...address,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      maxRequestConcurrency: Number.POSITIVE_INFINITY,
      fetch,
    },
  });
  app.error(async (error) => connection.logger.error(errorFields(error), 'a listener failed'));
  return { app, receiver };
}
