import { setTimeout as sleep } from 'node:timers/promises';

/** Work that was begun and is to be finished before the process ends: neither Bolt nor its receivers wait for it. */
export interface InFlight {
  /** Runs the work and counts it until it settles. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves true as soon as nothing is under way, false when the deadline (ms) comes first. */
  drained(deadlineMs: number): Promise<boolean>;
}

/** Nothing under way yet. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    async track(work) {
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    async drained(deadlineMs) {
      const done = new AbortController();
      const late = sleep(deadlineMs, false, { signal: done.signal }).catch(() => false);
      try {
        while (running.size > 0) {
          const settled = Promise.allSettled(running).then(() => true);
          if (!(await Promise.race([settled, late]))) return false;
        }
        return true;
      } finally {
        done.abort();
      }
    },
  };
}
