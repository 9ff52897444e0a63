import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/** How long, in milliseconds, a search yields to acknowledgements at most. */
const LONGEST_MS = 10;

/** Acknowledgements go before searches, which keep the one thread busy. */
export interface AckPriority {
  /** Does what ends with an acknowledgement: while any of it is under way, no search begins. */
  acknowledge<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when a search may begin; one at a time, in the order they came. */
  yieldToAcks(): Promise<void>;
}

/**
 * Lets one search begin for each look at the network, and none while a question is being kept: of many questions that
 * came at once, all are acknowledged before most are searched for, and no search makes an acknowledgement wait longer
 * than it takes itself.
 */
export function createAckPriority(): AckPriority {
  const acknowledging = new Set<Promise<unknown>>();
  let last: Promise<void> = Promise.resolve();
  const open = async () => {
    await setImmediate();
    if (acknowledging.size > 0) await Promise.race([Promise.allSettled(acknowledging), sleep(LONGEST_MS)]);
  };
  return {
    async acknowledge(work) {
      const done = work();
      acknowledging.add(done);
      try {
        return await done;
      } finally {
        acknowledging.delete(done);
      }
    },
    yieldToAcks() {
      last = last.then(open);
      return last;
    },
  };
}
