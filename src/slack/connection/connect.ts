import { App, webApi } from '@slack/bolt';
import { errorFields } from '../sending/slack-failure.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { clientOptions } from './client-options.ts';
import type { SocketOptions } from './open-socket.ts';
import { receiptOf } from './receipt.ts';
import { createReceiver, type KeepingReceiver, type ReceiverOptions } from './receiver.ts';
import { openSignedHttp, type SignedHttp, type SignedHttpOptions } from './signed-http.ts';
import { Sockets } from './sockets.ts';
import type { Keep, WayIn } from './way-in.ts';

/**
 * How Slack reaches the bot: by sockets that the app token opens, by signed requests to a port of the bot's, or by a
 * port that many bots share.
 */
export type Reached =
  | { readonly appToken: string }
  | { readonly signedHttp: SignedHttp }
  | { readonly openWayIn: (keep: Keep) => WayIn };

/** Which app in which workspace, and where Slack is. */
export type Connection = Reached &
  Omit<SocketOptions, 'appToken'> &
  Omit<SignedHttpOptions, 'signedHttp'> &
  ReceiverOptions &
  Calls;

interface Calls {
  readonly botToken: string;
  /** How calls to Slack are made: at its pace, and again where that is safe. */
  readonly fetch: typeof fetch;
  /** The same, for calls that give way to all others. */
  readonly background: typeof fetch;
}

interface Built {
  readonly app: App;
  readonly receiver: KeepingReceiver;
  /** Calls Slack when nobody who waits for a reply has to wait for it. */
  readonly backgroundClient: webApi.WebClient;
}

/** Bolt on a way in of our own, not started yet. */
export function buildApp(connection: Connection): Built {
  const receiver = createReceiver((keep) => wayInto(connection, keep), connection);
  const { botToken, background } = connection;
  const logger = createBoltLogger(connection.logger);
  const app = new App({
    receiver,
    token: botToken,
    logger,
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: clientOptions(connection),
  });
  app.error(async ({ error, context }: { error: Error; context: Record<string, unknown> }) => {
    connection.logger.error(errorFields(error), 'a listener failed');
    receiptOf(context).withhold();
  });
  const backgroundClient = new webApi.WebClient(botToken, {
    ...clientOptions({ ...connection, fetch: background }),
    logger,
  });
  return { app, receiver, backgroundClient };
}

function wayInto(connection: Connection, keep: Keep): WayIn {
  if ('openWayIn' in connection) return connection.openWayIn(keep);
  return 'appToken' in connection ? new Sockets(connection, keep) : openSignedHttp(connection, keep);
}
