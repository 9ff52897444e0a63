import type { webApi } from '@slack/bolt';
import { runRecalls } from './recalling/run-recalls.ts';
import { catchUp } from './replying/catch-up.ts';
import { keepInHand } from './replying/keep-in-hand.ts';
import type { Services } from './services/services.ts';
import { createTakeUpChanges } from './take-up-changes.ts';

/** The ledger hands out a question without a reply a minute after it was last in somebody's hands. */
const EVERY_MS = 60_000;
/** Two may fail, and what is under way is still in this copy's hands. */
const KEEP_IN_HAND_EVERY_MS = 20_000;

/** Looks by itself for what is to be done. */
export interface Looking {
  /** Looks at once what other facts on file mean for those who were told something. Never rejects. */
  corpusChanged(): Promise<void>;
  /** Begins nothing more. */
  end(): void;
}

/**
 * Looks now and every minute for what was left undone and for what changed facts mean. `track` is told of all work that
 * is to be finished before the process ends; recalls may go on after the next start.
 */
export function beginLooking(
  services: Services,
  client: webApi.WebClient,
  track: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Looking {
  const takeUpChanges = createTakeUpChanges(services, client);
  const runInBackground = () => services.inBackground(() => runRecalls(services));
  const lookNow = () =>
    void track(async () => {
      await catchUp(services, client);
      // An embargo ends without a change of the files.
      await takeUpChanges('minute');
      runInBackground();
    });
  lookNow();
  const timers = [
    setInterval(lookNow, EVERY_MS),
    setInterval(() => void keepInHand(services), KEEP_IN_HAND_EVERY_MS),
  ];
  return {
    corpusChanged: () =>
      track(async () => {
        await takeUpChanges('corpus-read');
        runInBackground();
      }),
    end() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
