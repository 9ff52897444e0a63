import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Jobs } from './jobs.ts';

/** Who waits for a job looks so often, in milliseconds, whether it can be had. */
const LOOK_EVERY_MS = 1_000;
/** Several words may be lost before somebody who is at work counts as gone. */
const TELL_EVERY_MS = 5_000;

/** Which job, and who keeps the turns. */
export interface Turn {
  readonly job: Job;
  readonly ledger: Jobs;
  /** Aborted when nothing more is to be begun. */
  readonly stopping: AbortSignal;
}

/**
 * Does a job when no other process that shares the ledger does it, and waits for that as long as it takes. Nothing is
 * done once `stopping` is aborted. Rejects when the ledger fails, and as the work does.
 */
export async function inTurn(turn: Turn, work: () => Promise<void>): Promise<void> {
  const { job, ledger, stopping } = turn;
  const holder = randomUUID();
  if (!(await untilTaken(turn, holder))) return;
  // Whether it is heard or not, each row that is worked on has a claim of its own.
  const stillHere = setInterval(() => {
    ledger.keepJob(job, holder).catch(() => undefined);
  }, TELL_EVERY_MS).unref();
  try {
    if (!stopping.aborted) await work();
  } finally {
    clearInterval(stillHere);
    // Who cannot say that it is done is thought to be gone in half a minute.
    await ledger.endJob(job, holder).catch(() => undefined);
  }
}

/** False when nothing more is to be begun. */
async function untilTaken({ job, ledger, stopping }: Turn, holder: string): Promise<boolean> {
  while (!stopping.aborted) {
    if (await ledger.takeJob(job, holder)) return true;
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
  return false;
}
