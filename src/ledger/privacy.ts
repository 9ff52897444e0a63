import type { Kysely } from 'kysely';
import { erasePerson } from './erase-person.ts';
import { forgetOldWords } from './forget-old-words.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import type { Tables } from './tables.ts';

/** How many records lost their words. */
export interface ForgottenCounts {
  readonly questions: number;
  readonly deskQuestions: number;
  readonly feedback: number;
}

/** How many records no longer name the person. */
export interface ErasedCounts extends ForgottenCounts {
  readonly choices: number;
  readonly deliveries: number;
}

/** What is not kept. */
export interface Privacy {
  /**
   * Forgets the words of private questions asked more than so many days ago (0 or more), also where they were put to
   * the desk or commented on. Outcomes and facts stay for the counts. To be called daily. Throws RangeError.
   */
  forgetOldWords(retentionDays: number): Promise<ForgottenCounts>;
  /**
   * Erases one person: what they wrote is removed, and what remains for the counts no longer says who it was.
   * Questions they have open at the desk lapse. Messages in Slack itself are out of reach.
   */
  erasePerson(userId: string): Promise<ErasedCounts>;
}

/** What one database does not keep. */
export function createPrivacy(from: {
  readonly database: Kysely<Tables>;
  readonly scrub: LedgerConnection['scrub'];
  readonly now: () => Date;
}): Privacy {
  const { database, scrub, now } = from;
  return {
    async forgetOldWords(retentionDays) {
      if (!(retentionDays >= 0))
        throw new RangeError(`Cannot keep words for ${retentionDays} days: give 0 or more.`);
      const forgotten = await forgetOldWords(database, { retentionDays, at: now() });
      await scrub();
      return forgotten;
    },
    async erasePerson(userId) {
      const erased = await erasePerson(database, userId, now());
      await scrub();
      return erased;
    },
  };
}
