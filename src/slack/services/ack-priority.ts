import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/** So long at most, in milliseconds, those who wait for a search wait for what goes before. */
const LONGEST_MS = 10;

/** Lets one through at a time. */
export interface AckPriority {
  /** Does what goes before: while any of it is under way, nobody is let through. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when it is one's turn. */
  pass(): Promise<void>;
}

/**
 * A ackPriority that lets one through for each look at the network, and nobody while a question is being kept: of many
 * questions that came at once, all are acknowledged before most are searched for, and no search makes an acknowledgement
 * wait longer than it takes itself.
 */
export function createAckPriority(): AckPriority {
  const before = new Set<Promise<unknown>>();
  let last: Promise<void> = Promise.resolve();
  const open = async () => {
    await setImmediate();
    if (before.size > 0) await Promise.race([Promise.allSettled(before), sleep(LONGEST_MS)]);
  };
  return {
    async first(work) {
      const done = work();
      before.add(done);
      try {
        return await done;
      } finally {
        before.delete(done);
      }
    },
    pass() {
      last = last.then(open);
      return last;
    },
  };
}
