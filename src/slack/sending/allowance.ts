import type { Wait } from './patience.ts';
import type { RateLimit } from './rate-limits.ts';

/** What may still be called now. Every call takes one place, and gives it back when it has its answer. */
export interface Allowance {
  /** Resolves when there is a place; who came first gets it first. */
  take(): Promise<void>;
  /** Gives a place back. It is free again after the time the limit names, counted from now. */
  giveBack(): void;
  /** Takes the places for bursts away for good: Slack did not take one here. */
  loseBurst(): void;
  /** Whether it is as it was in the beginning. */
  isFull(): boolean;
}

/**
 * An allowance with all places free. Slack counts a call before it answers, so the time from an answer to the next call
 * is never shorter than what Slack sees between the two.
 */
export function createAllowance({ burst, everyMs }: RateLimit, wait: Wait): Allowance {
  let most = burst;
  let free = burst;
  let refilled: Promise<void> = Promise.resolve();
  const waiting: (() => void)[] = [];
  const refill = () => {
    const next = waiting.shift();
    if (next !== undefined) next();
    else free = Math.min(most, free + 1);
  };
  return {
    take() {
      if (free === 0) return new Promise((resolve) => void waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
    giveBack() {
      if (everyMs === 0) return refill();
      refilled = refilled.then(() => wait(everyMs)).then(refill);
    },
    loseBurst() {
      most = 1;
      free = 0;
    },
    isFull: () => free === burst,
  };
}
