import { App } from '@slack/bolt';
import { errorFields } from '../sending/slack-failure.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { clientOptions } from './client-options.ts';
import { receiptOf } from './receipt.ts';
import { createReceiver, type KeepingReceiver, type ReceiverOptions } from './receiver.ts';

/** Which app in which workspace, and where Slack is. */
export interface Connection extends ReceiverOptions {
  readonly botToken: string;
  /** How calls to Slack are made: at its pace, and again where that is safe. */
  readonly fetch: typeof fetch;
}

/** Bolt on sockets of its own, not started yet. */
export function buildApp(connection: Connection): { readonly app: App; readonly receiver: KeepingReceiver } {
  const receiver = createReceiver(connection);
  const app = new App({
    receiver,
    token: connection.botToken,
    logger: createBoltLogger(connection.logger),
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: clientOptions(connection),
  });
  app.error(async ({ error, context }: { error: Error; context: Record<string, unknown> }) => {
    connection.logger.error(errorFields(error), 'a listener failed');
    receiptOf(context).withhold();
  });
  return { app, receiver };
}
