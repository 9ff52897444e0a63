import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './ledger-error.ts';

/** A write holds the file for about a millisecond; asking again after two costs little and delays nobody. */
const WAIT_MS = 2;

/** Five seconds in all: whoever holds the file that long is stuck, and the asker should be told rather than wait. */
const ATTEMPTS = 2_500;

/**
 * Tries again while another connection holds the SQLite file. SQLite's own waiting stops the whole process, and for
 * ever when the one that holds the file is in the same process.
 */
export async function whileBusy<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    }
    await wait(WAIT_MS);
  }
}
