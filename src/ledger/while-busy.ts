import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './ledger-error.ts';

/** A write holds the file for about a millisecond; asking again after two costs little and delays nobody. */
const WAIT_MS = 2;

/**
 * Tries again while another connection holds the SQLite file, for so many milliseconds at most. SQLite's own waiting
 * stops the whole process, and for ever when the one that holds the file is in the same process.
 */
export async function whileBusy<Result>(
  attempt: () => Result | Promise<Result>,
  limitMs: number,
): Promise<Result> {
  const endAt = performance.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= endAt || !isBusy(error)) throw error;
    }
    await wait(WAIT_MS);
  }
}

/** Whether another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error));
}
