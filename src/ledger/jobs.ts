import type { Kysely } from 'kysely';
import { hashOf } from './stored-text.ts';
import type { Tables } from './tables.ts';

/**
 * Whoever has a job and is not heard of for so long was killed, or is cut off from the ledger: the next may have it.
 * Clocks of two machines that differ by less do no harm.
 */
const HELD_MS = 30_000;

/**
 * What runs by itself, in one process at a time: what changed facts mean for those who got them, whoever waits for a
 * fact, recalls that were decided, and forgetting what is old.
 */
export type Job = 'changed-facts' | 'awaited-facts' | 'recalls' | 'pruning';

/** Which process does which job. */
export interface Jobs {
  /**
   * Whether the job is this caller's for the next half a minute: nobody else has it, or who had it was not heard of for
   * that long.
   *
   * @param holder names one turn of one process
   */
  takeJob(job: Job, holder: string): Promise<boolean>;
  /** Says that its holder is still at it: it is theirs for half a minute more. One that has ended stays so. */
  keepJob(job: Job, holder: string): Promise<void>;
  /** Lets the next one have the job; nothing happens where somebody else has it by now. */
  endJob(job: Job, holder: string): Promise<void>;
}

/** The jobs of one database. Each is a claim, which both databases know, and which a kill or a lost connection ends. */
export function createJobs(database: Kysely<Tables>, now: () => Date): Jobs {
  const timeIn = (ms: number) => new Date(now().getTime() + ms).toISOString();
  return {
    async takeJob(job, call_id) {
      const claimed_at = timeIn(0);
      const taken = await database
        .insertInto('claims')
        .values({ key: keyOf(job), claimed_at, done_at: null, tries: 1, call_id })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ claimed_at, call_id })
            .where((where) =>
              where.or([
                // This very call, when it is repeated because its connection was lost.
                where('claims.call_id', '=', call_id),
                where('claims.claimed_at', '<=', timeIn(-HELD_MS)),
                // Taken by a clock that was wrong: nobody may be kept from the job until that day has come.
                where('claims.claimed_at', '>', timeIn(HELD_MS)),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async keepJob(job, holder) {
      await database
        .updateTable('claims')
        .set({ claimed_at: timeIn(0) })
        .where('key', '=', keyOf(job))
        .where('call_id', '=', holder)
        .execute();
    },
    async endJob(job, holder) {
      await database
        .deleteFrom('claims')
        .where('key', '=', keyOf(job))
        .where('call_id', '=', holder)
        .execute();
    },
  };
}

const keyOf = (job: Job) => hashOf(`job ${job}`);
