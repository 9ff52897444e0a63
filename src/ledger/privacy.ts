import type { Kysely } from 'kysely';
import { type ErasedCounts, erasePerson } from './erase-person.ts';
import { countVersions, eraseVersions } from './erase-versions.ts';
import { type ForgottenCounts, forgetOldWords } from './forget-old-words.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import { LedgerError } from './ledger-error.ts';
import type { Tables } from './tables.ts';

/** What was taken out of the ledger. */
export interface Erasure<Counts> {
  readonly counts: Counts;
  /** Why the disk still holds what was taken out, and what to do; null when it does not. */
  readonly stillOnDisk: string | null;
}

/** While Slack's askers are at work the tables may be closed to them for so long. */
const SHORT_PAUSE_MS = 1_000;

/** Who erases a person waits, and the askers may have to. */
const LONG_PAUSE_MS = 600_000;

/** So many days the copies stay that were made before tables were brought up to date; they hold what it did then. */
const COPY_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is not kept. */
export interface Privacy {
  /**
   * Forgets the words of private questions asked more than so many days ago (0 or more), also where they were put to
   * the desk or commented on. Outcomes and facts stay for the counts. To be called daily. Throws RangeError.
   */
  forgetOldWords(retentionDays: number): Promise<Erasure<ForgottenCounts>>;
  /**
   * Erases one person: what they wrote is removed, and what remains for the counts no longer says who it was.
   * Questions they have open at the desk lapse. Messages in Slack itself are out of reach.
   */
  erasePerson(userId: string): Promise<Erasure<ErasedCounts>>;
  /**
   * Erases the words of what was shown of articles, by their URIs. Who was shown it, and when, stays.
   *
   * @param options.dryRun only counts @default false
   */
  eraseArticles(
    uris: readonly string[],
    options?: { readonly dryRun?: boolean },
  ): Promise<Erasure<{ readonly versions: number }>>;
}

/** What one database does not keep. */
export function createPrivacy(from: {
  readonly database: Kysely<Tables>;
  readonly connection: Pick<LedgerConnection, 'scrub' | 'removeCopies'>;
  readonly now: () => Date;
}): Privacy {
  const { database, connection, now } = from;
  // Something may have been left on the disk by the one before.
  let isClean = false;
  const scrubbed = async (pauseMs: number, copiesBefore?: Date) => {
    try {
      await connection.removeCopies?.(copiesBefore);
      return await connection.scrub({ pauseMs });
    } catch (error) {
      // What was taken out is out, whatever happens to the database now.
      if (error instanceof LedgerError) return error.message;
      throw error;
    }
  };
  return {
    async forgetOldWords(retentionDays) {
      if (!(retentionDays >= 0))
        throw new RangeError(`Cannot keep words for ${retentionDays} days: give 0 or more.`);
      const counts = await forgetOldWords(database, { retentionDays, at: now() });
      if (Object.values(counts).some((count) => count > 0)) isClean = false;
      const copiesBefore = new Date(now().getTime() - COPY_DAYS * DAY_MS);
      if (isClean) await connection.removeCopies?.(copiesBefore);
      const stillOnDisk = isClean ? null : await scrubbed(SHORT_PAUSE_MS, copiesBefore);
      isClean = stillOnDisk === null;
      return { counts, stillOnDisk };
    },
    async erasePerson(userId) {
      const counts = await erasePerson(database, userId, now());
      return { counts, stillOnDisk: await scrubbed(LONG_PAUSE_MS) };
    },
    async eraseArticles(uris, { dryRun = false } = {}) {
      if (dryRun) return { counts: { versions: await countVersions(database, uris) }, stillOnDisk: null };
      const versions = await eraseVersions(database, uris);
      return { counts: { versions }, stillOnDisk: await scrubbed(LONG_PAUSE_MS) };
    },
  };
}
