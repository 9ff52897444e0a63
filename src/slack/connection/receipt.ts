import type { Logger } from 'pino';
import { errorFields } from '../sending/slack-failure.ts';
import type { Delivery } from './way-in.ts';

/**
 * What Slack is told about one delivery. Confirmed means kept: whatever happens to the process from then on, the work
 * is done. Without a word Slack sends an event again, and tells the person of anything else that it failed.
 */
export class Receipt {
  /** Resolves once Slack is told, or is not going to be: true when it is kept, false when it could not be. */
  readonly settled: Promise<boolean>;
  readonly #acknowledge: Delivery['acknowledge'];
  readonly #logger: Logger;
  #isTaken = false;
  #settle: (isKept: boolean) => void = () => {};

  constructor(acknowledge: Delivery['acknowledge'], logger: Logger) {
    this.#acknowledge = acknowledge;
    this.#logger = logger;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /**
   * Tells Slack that it is kept; only the first word counts. Never rejects: where the connection went in
   * between, Slack sends it again, and the ledger knows it by then.
   */
  async confirm(response?: unknown): Promise<void> {
    if (this.#isTaken) return;
    this.#isTaken = true;
    try {
      await this.#acknowledge(response);
    } catch (error) {
      this.#logger.warn(errorFields(error), 'Slack could not be told that something was received');
    }
    this.#settle(true);
  }

  /** Leaves Slack without that word, for what could not be kept. */
  withhold(): void {
    this.#isTaken = true;
    this.#settle(false);
  }
}

/** The receipt that goes with a request, which every request of our receiver has. */
export function receiptOf(context: Readonly<Record<string, unknown>>): Receipt {
  const { receipt } = context;
  if (receipt instanceof Receipt) return receipt;
  throw new TypeError('A request came without a receipt: it is not from our receiver.');
}
