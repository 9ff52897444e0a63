import type { Wait } from './patiently.ts';
import type { RateLimit } from './rate-limits.ts';

/** Whether somebody waits for a call. */
export type Urgency = 'asked' | 'background';

/** What may still be called now. Every call takes one place, and gives it back when it has its answer. */
export interface Allowance {
  /**
   * Resolves when there is a place; who came first gets it first. What runs in the background waits for all others, and
   * leaves a fifth of the places free for them.
   */
  take(urgency?: Urgency): Promise<void>;
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
  const waiting: Readonly<Record<Urgency, (() => void)[]>> = { asked: [], background: [] };
  const kept: Record<Urgency, number> = {
    asked: 0,
    background: Number.isFinite(burst) ? Math.floor(burst / 5) : 0,
  };

  const refill = () => {
    out -= 1;
    if (surplus > 0) surplus -= 1;
    else free += 1;
    const next = (['asked', 'background'] as const).find(
      (urgency) => waiting[urgency].length > 0 && free > kept[urgency],
    );
    if (next === undefined) return;
    hold();
    waiting[next].shift()?.();
  };
  const hold = () => {
    free -= 1;
    out += 1;
  };

  return {
    async take(urgency = 'asked') {
      if (free > kept[urgency]) hold();
      else await new Promise<void>((resolve) => void waiting[urgency].push(resolve));
    },
    giveBack() {
      if (everyMs === 0) refill();
      else refilled = refilled.then(() => wait(everyMs)).then(refill);
    },
    loseBurst() {
      if (everyMs === 0) return;
      free = 0;
      kept.background = 0;
      surplus = Math.max(0, out - 1);
    },
    isFull: () => free === burst,
  };
}
