import type { Wait } from './patiently.ts';
import { createPause } from './pause.ts';

/** The pauses between attempts while Slack fails. The last is for all further ones: whoever waits sees its end soon. */
const PAUSES_MS = [500, 1_000, 2_000, 3_000] as const;
/** So much of a pause is left to chance, so that many copies of many bots do not all come back at once. */
const CHANCE = 0.25;

/** What is known of Slack's state: what one call learns, all know. */
export interface Outage {
  /** Resolves, with the milliseconds waited, when a call is worth making: at once, unless Slack failed of late. */
  over(): Promise<number>;
  /** A call failed. Resolves, with the milliseconds waited, when it is worth making again. */
  failed(): Promise<number>;
  /** A call was answered. */
  answered(): void;
}

/** Slack is taken to be there. @param random gives numbers from 0 to 1 */
export function createOutage(wait: Wait, random: () => number): Outage {
  const pause = createPause(wait);
  let rounds = 0;
  return {
    // One failure alone may be the fault of that call.
    over: () => (rounds > 1 ? pause.over() : Promise.resolve(0)),
    async failed() {
      if (pause.length() === 0) {
        pause.begin((PAUSES_MS[rounds] ?? PAUSES_MS[PAUSES_MS.length - 1] ?? 0) * (1 + CHANCE * random()));
        rounds += 1;
      }
      return pause.over();
    },
    answered() {
      rounds = 0;
    },
  };
}
