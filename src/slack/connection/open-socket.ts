import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from 'pino';
import type { Observer } from '../sending/slack-observer.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { clientOptions } from './client-options.ts';
import { plainFetch } from './plain-fetch.ts';
import { readMessages } from './socket-messages.ts';
import type { Keep } from './way-in.ts';

/** A pong that comes later than this, in milliseconds, means that the socket is dead. */
const PONG_WITHIN_MS = 5_000;
/** Slack pings every few seconds; a socket that it does not ping for so long, in milliseconds, is dead too. */
const PING_WITHIN_MS = 30_000;
/** How long Slack may take to say hello once it has given the address, in milliseconds. */
const HELLO_WITHIN_MS = 5_000;
/** How long Slack may take to agree that a socket is closed, in milliseconds. */
const FAREWELL_MS = 1_000;

/** A delivery as the library hands it on. */
interface Envelope {
  readonly body: Record<string, unknown>;
  readonly retry_num: number | undefined;
  readonly retry_reason: string | undefined;
  readonly ack: (response?: unknown) => Promise<void>;
}

/** Which app connects, and to where. */
export interface SocketOptions {
  readonly appToken: string;
  /** @default Slack's own address */
  readonly apiUrl?: string;
  /** How long one call to Slack may take, in milliseconds. */
  readonly requestTimeoutMs: number;
  readonly observer: Observer;
  readonly logger: Logger;
}

/** What happens on a socket. */
export interface SocketEvents {
  readonly keep: Keep;
  /** Slack announces that it is about to close this socket, by its word for why. */
  readonly onGoodbye: (reason: string) => void;
}

/** A socket that is open. */
export interface Socket {
  /** Resolves when it is closed, for whatever reason. */
  readonly closed: Promise<void>;
  /** Whether it can be used at this moment. */
  isOpen(): boolean;
  /**
   * Closes it when what it brought is acknowledged, or after so many milliseconds. What comes in between is taken as
   * well, or left to Slack to send again.
   */
  close(options: { readonly withinMs: number; readonly takesMore: boolean }): Promise<void>;
}

/** The socket was closed before Slack said hello on it. */
export class NoHelloError extends Error {
  override readonly name = 'NoHelloError';
  /** Slack's word for why; null when it gave none. */
  readonly reason: string | null;

  constructor(reason: string | null) {
    super(`The socket was closed before it was in use (${reason ?? 'no hello came'}).`);
    this.reason = reason;
  }
}

/**
 * Opens one socket. When to open another is not left to the library: it closes the old one first, and then waits.
 * Rejects with the library's error when Slack refuses or cannot be reached, with `NoHelloError` when Slack closes it at
 * once.
 *
 * @param signal gives up; a socket that opens all the same is closed again
 */
export async function openSocket(
  options: SocketOptions,
  events: SocketEvents,
  signal: AbortSignal,
): Promise<Socket> {
  const client = createClient(options);
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  const underWay = new Set<Promise<boolean>>();
  let isTaking = true;
  client.on('slack_event', ({ body, retry_num, retry_reason, ack }: Envelope) => {
    if (!isTaking) return;
    const delivery = { body, retryNum: retry_num, retryReason: retry_reason, acknowledge: ack };
    const work = events.keep(delivery).finally(() => underWay.delete(work));
    underWay.add(work);
  });
  await untilHello(client, { events, options, signal });
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  return {
    closed,
    isOpen: () => !isClosed,
    async close({ withinMs, takesMore }) {
      isTaking = takesMore;
      await Promise.race([Promise.all(underWay), sleep(withinMs, undefined, { ref: false })]);
      isTaking = false;
      await closeNow(client, closed);
    },
  };
}

function createClient({ appToken, apiUrl, requestTimeoutMs, logger }: SocketOptions): SocketModeClient {
  return new SocketModeClient({
    appToken,
    logger: createBoltLogger(logger),
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_WITHIN_MS,
    serverPingTimeout: PING_WITHIN_MS,
    clientOptions: clientOptions({ apiUrl, fetch: plainFetch(requestTimeoutMs) }),
  });
}

interface Opening {
  readonly events: SocketEvents;
  readonly options: SocketOptions;
  readonly signal: AbortSignal;
}

async function untilHello(client: SocketModeClient, { events, options, signal }: Opening): Promise<void> {
  const { requestTimeoutMs, logger } = options;
  const over = AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs + HELLO_WITHIN_MS)]);
  let onGoodbye: SocketEvents['onGoodbye'] = () => {};
  const turnedAway = new Promise<never>((_, reject) => {
    onGoodbye = (reason) => reject(new NoHelloError(reason));
    over.addEventListener('abort', () => reject(new NoHelloError(null)), { once: true });
  });
  readMessages(client, { onGoodbye: (reason) => onGoodbye(reason), logger });
  const opening = client.start();
  try {
    await Promise.race([opening, turnedAway]);
    onGoodbye = events.onGoodbye;
  } catch (error) {
    // The library cannot be told to give up, so what it opens later is closed again.
    opening.then(() => client.disconnect()).catch(() => undefined);
    void client.disconnect();
    throw error ?? new NoHelloError(null);
  } finally {
    turnedAway.catch(() => undefined);
  }
}

/** The library waits half a minute for Slack to agree; asked a second time, it does not. */
async function closeNow(client: SocketModeClient, closed: Promise<void>): Promise<void> {
  void client.disconnect();
  const isClosed = closed.then(() => true);
  if (await Promise.race([isClosed, sleep(FAREWELL_MS, false, { ref: false })])) return;
  await client.disconnect();
}
