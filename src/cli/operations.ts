import type { ReloadableFactDesk } from '../answer/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { everyObserver, NOBODY, type Observer, type SlackApp } from '../slack/index.ts';

/** A way in which whoever runs the bot sees it. */
export interface Operations {
  /** To be told what the bot in Slack does. */
  readonly observer: Observer;
  /** The same ledger, whose calls are watched. */
  observeLedger(ledger: Ledger): Ledger;
  /** The same fact desk, whose work is timed; to read its facts took so many seconds. */
  observeFactDesk(factDesk: ReloadableFactDesk, readIn: number): ReloadableFactDesk;
  /** Everything is there: from now on it can be told whether the bot is ready. */
  started(parts: Started): void;
  /** Nothing is taken any more. */
  stopping(): void;
  close(): Promise<void>;
}

/** What is there once the bot is connected. */
export interface Started {
  /** What runs at this moment: one bot, or one for each workspace. */
  readonly bots: () => readonly StartedBot[];
  readonly ledger: Pick<Ledger, 'isMigrated'>;
  readonly app: Pick<SlackApp, 'isConnected' | 'address'>;
}

/** What one bot works with. */
export interface StartedBot {
  readonly factDesk: ReloadableFactDesk;
  readonly ledger: Ledger;
}

/** Sees nothing. */
export const UNSEEN: Operations = {
  observer: NOBODY,
  observeLedger: (ledger) => ledger,
  observeFactDesk: (factDesk) => factDesk,
  started() {},
  stopping() {},
  async close() {},
};

/** All of some ways together. */
export function allOperations(ways: readonly Operations[]): Operations {
  return {
    observer: everyObserver(ways.map(({ observer }) => observer)),
    observeLedger: (ledger) => ways.reduce((seen, way) => way.observeLedger(seen), ledger),
    observeFactDesk: (factDesk, readIn) =>
      ways.reduce((seen, way) => way.observeFactDesk(seen, readIn), factDesk),
    started(parts) {
      for (const way of ways) way.started(parts);
    },
    stopping() {
      for (const way of ways) way.stopping();
    },
    async close() {
      await Promise.all(ways.map((way) => way.close()));
    },
  };
}
