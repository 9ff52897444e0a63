import type { Logger } from 'pino';
import type { Delivery, Keep, WayIn } from '../connection/way-in.ts';
import { type Removal, removalIn } from './app-removal.ts';
import { installationKeyOf } from './installation-key.ts';

/** Slack gives up after three seconds: an app that was installed a moment ago has this long to start. */
const START_MS = 2_000;
/** So many unknown workspaces are told of; signed requests alone come here, so there are few. */
const MOST_TOLD = 1_000;

/** What the switchboard does not know itself. */
export interface SwitchboardOptions {
  /**
   * Whether the app is installed there. Where it is, but not connected yet, as when another copy of the bot took the
   * installation, it is on its way in by then.
   */
  readonly isInstalled: (key: string) => Promise<boolean>;
  /** The app was taken out of a workspace, or its token revoked. Rejects when that could not be kept. */
  readonly onRemoved: (key: string, removal: Removal) => Promise<void>;
  readonly logger: Logger;
}

/** The port that everything comes in by. */
type Port = Pick<WayIn, 'isConnected' | 'address'>;

/** Hands what comes in by one port to the app of the workspace that it is for. */
export class Switchboard {
  readonly #options: SwitchboardOptions;
  readonly #port: Port;
  readonly #ways = new Map<string, Keep>();
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #told = new Set<string>();

  constructor(options: SwitchboardOptions, port: Port) {
    this.#options = options;
    this.#port = port;
  }

  /** The way to the app of one installation. */
  wayOf(key: string): (keep: Keep) => WayIn {
    return (keep) => ({
      // Whoever listens can be reached again at any time.
      shutOut: new Promise(() => {}),
      start: async () => {
        this.#ways.set(key, keep);
        for (const goOn of this.#waiting.get(key) ?? []) goOn();
      },
      stop: async () => {
        if (this.#ways.get(key) === keep) this.#ways.delete(key);
      },
      isConnected: () => this.#ways.has(key) && this.#port.isConnected(),
      address: () => this.#port.address(),
    });
  }

  /** Takes a delivery for any workspace. */
  readonly keep: Keep = async (delivery) => {
    const key = installationKeyOf(delivery.body);
    if (key === undefined) return this.#letGo(delivery, 'of no workspace');
    const removal = removalIn(delivery.body);
    if (removal !== undefined) return this.#remove(key, removal, delivery);
    const way = this.#ways.get(key);
    if (way !== undefined) return way(delivery);
    if (!(await this.#options.isInstalled(key))) return this.#letGo(delivery, key);
    const opened = await this.#opened(key);
    return opened === undefined ? false : opened(delivery);
  };

  async #remove(key: string, removal: Removal, delivery: Delivery): Promise<boolean> {
    await this.#options.onRemoved(key, removal);
    await delivery.acknowledge();
    return true;
  }

  /** Slack need not send it again: nobody here will ever answer it. */
  async #letGo(delivery: Delivery, key: string): Promise<boolean> {
    if (!this.#told.has(key) && this.#told.size < MOST_TOLD) {
      this.#told.add(key);
      this.#options.logger.warn(
        { workspace: key },
        'Slack sends for a workspace in which nothing is installed',
      );
    }
    await delivery.acknowledge();
    return true;
  }

  async #opened(key: string): Promise<Keep | undefined> {
    const goOns = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, goOns);
    let goOn = (): void => {};
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      goOn = resolve;
      goOns.add(goOn);
      timer = setTimeout(resolve, START_MS);
      if (this.#ways.has(key)) resolve();
    });
    clearTimeout(timer);
    goOns.delete(goOn);
    if (goOns.size === 0) this.#waiting.delete(key);
    return this.#ways.get(key);
  }
}
