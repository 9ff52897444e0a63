import { setTimeout as sleep } from 'node:timers/promises';
import { errorFields } from '../sending/slack-failure.ts';
import { isForGood } from '../sending/token-refusal.ts';
import { NoHelloError, openSocket, type Socket, type SocketOptions } from './open-socket.ts';
import { pauseBefore } from './retry-pause.ts';
import type { Keep, WayIn } from './way-in.ts';

/** What came through a socket that is replaced gets this long, in milliseconds, to be acknowledged through it. */
const HANDOVER_MS = 3_000;
/** The same at the end, when nothing new is taken any more. */
const LAST_WORDS_MS = 1_000;
/** Slack's word for an app that opens more sockets than it may, and what to do then. */
const TOO_MANY = 'too_many_websockets';
const TOO_MANY_REMEDY =
  'Slack keeps ten sockets for an app: end copies of the bot that are not needed, or let Slack reach them by ' +
  'signed requests (docs/operations.md)';
/** A socket that lives no longer than this, in milliseconds, counts as a failure: the next is not opened at once. */
const SHORT_LIFE_MS = 5_000;

/**
 * The way from Slack to the bot: one socket in use, and for a moment two while one replaces the other. Each one that
 * opens and each one that closes is a line of the log.
 */
export class Sockets implements WayIn {
  /** Resolves with Slack's refusal when no socket can be opened any more, as when the token was revoked. */
  readonly shutOut: Promise<unknown>;
  readonly #options: SocketOptions;
  readonly #keep: Keep;
  readonly #stopping = new AbortController();
  readonly #open = new Set<Socket>();
  #current: Socket | undefined;
  /** Whether Slack has announced that it closes the one in use. */
  #isLeaving = false;
  #isReplacing = false;
  #count = 0;
  /** In a row, as far as it tells how long to wait. */
  #failures = 0;
  #tellShutOut: (refusal: unknown) => void = () => {};

  constructor(options: SocketOptions, keep: Keep) {
    this.#options = options;
    this.#keep = keep;
    this.shutOut = new Promise((resolve) => {
      this.#tellShutOut = resolve;
    });
  }

  /** Opens the first one, however long Slack cannot be reached. Rejects when Slack refuses it. */
  start(): Promise<void> {
    return this.#openPatiently({ isFirst: true });
  }

  /** Whether one is open at this moment. */
  isConnected(): boolean {
    return this.#current?.isOpen() ?? false;
  }

  /** Nothing connects to the bot. */
  address(): null {
    return null;
  }

  /** Closes what is open, and opens nothing any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#current = undefined;
    const last = { withinMs: LAST_WORDS_MS, takesMore: false } as const;
    await Promise.all([...this.#open].map((socket) => socket.close(last)));
  }

  /** The old socket, where there is one, is in use until the new one is. */
  async #replace(): Promise<void> {
    if (this.#isReplacing || this.#stopping.signal.aborted) return;
    this.#isReplacing = true;
    try {
      await this.#openPatiently({ isFirst: false });
    } catch (refusal) {
      this.#tellShutOut(refusal);
    } finally {
      this.#isReplacing = false;
    }
  }

  async #openPatiently({ isFirst }: { readonly isFirst: boolean }): Promise<void> {
    const { signal } = this.#stopping;
    let lastError: unknown;
    while (!signal.aborted && this.#needsOne()) {
      try {
        await sleep(pauseBefore(this.#failures, lastError), undefined, { signal });
        await this.#openOne();
      } catch (error) {
        if (signal.aborted) return;
        if (isForGood(error, { isFirst })) throw error;
        lastError = error;
        this.#failures += 1;
        const reason = error instanceof NoHelloError ? (error.reason ?? 'no hello') : undefined;
        this.#options.logger.warn(
          { ...errorFields(error), reason },
          'no socket could be opened, so it is tried again',
        );
        if (reason === TOO_MANY) this.#options.logger.warn(TOO_MANY_REMEDY);
      }
    }
  }

  /** Whether no socket is in use that Slack means to keep. */
  #needsOne(): boolean {
    return this.#current === undefined || this.#isLeaving;
  }

  async #openOne(): Promise<void> {
    this.#count += 1;
    const number = this.#count;
    const { signal } = this.#stopping;
    let own: Socket | undefined;
    const onGoodbye = (reason: string) => {
      this.#options.logger.info({ socket: number, reason }, 'Slack is about to close a socket');
      if (reason === TOO_MANY) this.#options.logger.warn(TOO_MANY_REMEDY);
      if (own === undefined || own !== this.#current) return;
      this.#isLeaving = true;
      void this.#replace();
    };
    own = await openSocket(this.#options, { keep: this.#keep, onGoodbye }, signal);
    if (signal.aborted) await own.close({ withinMs: 0, takesMore: false });
    else this.#adopt(own, number);
  }

  #adopt(socket: Socket, number: number): void {
    const replaced = this.#current;
    const openedAt = performance.now();
    this.#current = socket;
    this.#isLeaving = false;
    this.#open.add(socket);
    this.#options.logger.info({ socket: number }, 'socket opened');
    this.#options.observer.socket('opened');
    void socket.closed.then(() => {
      this.#open.delete(socket);
      this.#options.logger.info({ socket: number }, 'socket closed');
      this.#options.observer.socket('closed');
      this.#failures = performance.now() - openedAt < SHORT_LIFE_MS ? this.#failures + 1 : 0;
      if (this.#current !== socket) return;
      this.#current = undefined;
      void this.#replace();
    });
    void replaced?.close({ withinMs: HANDOVER_MS, takesMore: true });
  }
}
