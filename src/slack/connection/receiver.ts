import type { App, Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { OngoingRequests } from '../../ongoing-requests.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Observer } from '../sending/slack-observer.ts';
import { Receipt } from './receipt.ts';
import type { Delivery, Keep, WayIn } from './way-in.ts';

/** Takes what Slack sends, and acknowledges it when it is kept. */
export interface KeepingReceiver extends Receiver, Pick<WayIn, 'shutOut' | 'isConnected' | 'address'> {}

/** What the receiver works with. */
export interface ReceiverOptions {
  readonly observer: Observer;
  readonly logger: Logger;
  readonly requests: OngoingRequests;
}

/** As Slack names events; what bears no such name is no event, and is sent once. */
const EVENT_ID = /^Ev\w{1,40}$/;

/**
 * A receiver for Bolt, by whichever way deliveries come in. Bolt has an event acknowledged before any listener sees it,
 * and what a kill cuts short then is lost: Slack does not send it again. Here a listener confirms the receipt once the
 * ledger has what is to be kept; what nobody confirmed is acknowledged when all listeners are done with it, and what
 * could not be kept never is.
 */
export function createReceiver(
  openWayIn: (keep: Keep) => WayIn,
  { observer, logger, requests }: ReceiverOptions,
): KeepingReceiver {
  let app: App | undefined;
  const keep: Keep = async (delivery) => {
    const start = performance.now();
    const acknowledge: Delivery['acknowledge'] = async (response) => {
      await delivery.acknowledge(response);
      observer.acknowledged((performance.now() - start) / 1_000);
    };
    const receipt = new Receipt(acknowledge, logger);
    void deal({ ...delivery, receipt }, app, logger);
    return receipt.settled;
  };
  const way = openWayIn((delivery) => requests.run(() => keep(delivery), eventId(delivery.body)));
  return {
    shutOut: way.shutOut,
    isConnected: () => way.isConnected(),
    address: () => way.address(),
    init(bolt) {
      app = bolt;
    },
    start: () => way.start(),
    stop: () => way.stop(),
  };
}

/** Also when it is sent again; undefined for what is no event. */
function eventId({ event_id: id }: Delivery['body']): string | undefined {
  return typeof id === 'string' && EVENT_ID.test(id) ? id : undefined;
}

interface Received extends Omit<Delivery, 'acknowledge'> {
  readonly receipt: Receipt;
}

async function deal(
  { body, retryNum, retryReason, receipt }: Received,
  app: App | undefined,
  logger: Logger,
): Promise<void> {
  logger.debug({ retry: retryNum }, 'received from Slack');
  try {
    await app?.processEvent({
      body,
      // Bolt's word for events comes too early.
      ack: body.type === 'event_callback' ? async () => {} : (response) => receipt.confirm(response),
      ...(retryNum !== undefined && { retryNum }),
      ...(retryReason !== undefined && { retryReason }),
      customProperties: { receipt },
    });
    await receipt.confirm();
  } catch (error) {
    logger.error(errorFields(error), 'something that Slack sent was not dealt with');
    receipt.withhold();
  }
}
