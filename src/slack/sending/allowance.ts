import type { Wait } from './patiently.ts';
import type { RateLimit } from './rate-limits.ts';

/** What may still be called now. Every call takes one place, and gives it back when it has its answer. */
export interface Allowance {
  /** Resolves when there is a place; who came first gets it first. */
  take(): Promise<void>;
  /** Gives a place back. It is free again after the time the limit names, counted from now. */
  giveBack(): void;
  /** Leaves one place only, for good: Slack took no burst here. To be called by who holds a place. */
  loseBurst(): void;
  /** Whether it is as it was in the beginning. */
  isFull(): boolean;
}

/**
 * An allowance with all places free. Slack counts a call before it answers, so the time from an answer to the next call
 * is never shorter than what Slack sees between the two.
 */
export function createAllowance({ burst, everyMs }: RateLimit, wait: Wait): Allowance {
  let free = burst;
  /** Places taken or not free again yet, and how many of them are not to come back. */
  let out = 0;
  let surplus = 0;
  let refilled: Promise<void> = Promise.resolve();
  const waiting: (() => void)[] = [];

  const refill = () => {
    out -= 1;
    if (surplus > 0) surplus -= 1;
    else free += 1;
    if (free === 0 || waiting.length === 0) return;
    hold();
    waiting.shift()?.();
  };
  const hold = () => {
    free -= 1;
    out += 1;
  };

  return {
    async take() {
      if (free > 0) hold();
      else await new Promise<void>((resolve) => void waiting.push(resolve));
    },
    giveBack() {
      if (everyMs === 0) refill();
      else refilled = refilled.then(() => wait(everyMs)).then(refill);
    },
    loseBurst() {
      if (everyMs === 0) return;
      free = 0;
      surplus = Math.max(0, out - 1);
    },
    isFull: () => free === burst,
  };
}
