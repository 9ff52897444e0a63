import type { App, Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { OngoingRequests } from '../../ongoing-requests.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Envelope, SocketOptions } from './open-socket.ts';
import { Receipt } from './receipt.ts';
import { Sockets } from './sockets.ts';

/** Takes what Slack sends, and acknowledges it when it is kept. */
export interface KeepingReceiver extends Receiver, Pick<Sockets, 'shutOut' | 'isConnected'> {}

/** What the receiver works with. */
export interface ReceiverOptions extends SocketOptions {
  readonly requests: OngoingRequests;
}

/** As Slack names events; what bears no such name is no event, and is sent once. */
const EVENT_ID = /^Ev\w{1,40}$/;

/**
 * A receiver for Bolt. Bolt has an event acknowledged before any listener sees it, and what a kill cuts short then is
 * lost: Slack does not send it again. Here a listener confirms the receipt once the ledger has what is to be kept; what
 * nobody confirmed is acknowledged when all listeners are done with it, and what could not be kept never is.
 */
export function createReceiver(options: ReceiverOptions): KeepingReceiver {
  let app: App | undefined;
  const keep = async ({ body, retry_num, retry_reason, ack }: Envelope) => {
    const start = performance.now();
    const acknowledge: typeof ack = async (response) => {
      await ack(response);
      options.observer.acknowledged((performance.now() - start) / 1_000);
    };
    const receipt = new Receipt(acknowledge, options.logger);
    void deal({ body, retry_num, retry_reason, receipt }, app, options.logger);
    await receipt.settled;
  };
  const sockets = new Sockets(options, (envelope) =>
    options.requests.run(() => keep(envelope), eventId(envelope.body)),
  );
  return {
    shutOut: sockets.shutOut,
    isConnected: () => sockets.isConnected(),
    init(bolt) {
      app = bolt;
    },
    start: () => sockets.start(),
    stop: () => sockets.stop(),
  };
}

/** Also when it is sent again; undefined for what is no event. */
function eventId({ event_id: id }: Envelope['body']): string | undefined {
  return typeof id === 'string' && EVENT_ID.test(id) ? id : undefined;
}

interface Received extends Omit<Envelope, 'ack'> {
  readonly receipt: Receipt;
}

async function deal(
  { body, retry_num, retry_reason, receipt }: Received,
  app: App | undefined,
  logger: Logger,
): Promise<void> {
  logger.debug({ retry: retry_num }, 'received from Slack');
  try {
    await app?.processEvent({
      body,
      // Bolt's word for events comes too early.
      ack: body.type === 'event_callback' ? async () => {} : (response) => receipt.confirm(response),
      ...(retry_num !== undefined && { retryNum: retry_num }),
      ...(retry_reason !== undefined && { retryReason: retry_reason }),
      customProperties: { receipt },
    });
    await receipt.confirm();
  } catch (error) {
    logger.error(errorFields(error), 'something that Slack sent was not dealt with');
    receipt.withhold();
  }
}
