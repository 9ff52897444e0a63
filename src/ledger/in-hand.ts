import type { Kysely } from 'kysely';
import { hashOf } from './stored-text.ts';
import type { Tables } from './tables.ts';

/**
 * Whatever was taken in hand less than a minute ago may still be under way: a call to Slack takes a fraction of a
 * second. What takes longer, as when Slack asks to wait, is kept in hand by whoever does it.
 */
const IN_HAND_MS = 60_000;

/** At most so many at once: neither database takes a statement with tens of thousands of ids. */
export const IDS_AT_ONCE = 200;

/** Who is at work on what, over all copies of the bot. */
export interface InHand {
  /**
   * Keeps questions, by their ids, and work that was begun, by its keys, from being handed to another for one more
   * minute. What is done already, or unknown, is left alone.
   */
  keepInHand(keys: readonly string[]): Promise<void>;
}

/** What is in hand, in one database. */
export function createInHand(database: Kysely<Tables>, now: () => Date): InHand {
  return {
    async keepInHand(keys) {
      const at = now().toISOString();
      for (let from = 0; from < keys.length; from += IDS_AT_ONCE) {
        const some = keys.slice(from, from + IDS_AT_ONCE);
        await database
          .updateTable('questions')
          .set({ taken_at: at })
          .where('id', 'in', some)
          .where('replied_at', 'is', null)
          .execute();
        await database
          .updateTable('claims')
          .set({ claimed_at: at })
          .where(
            'key',
            'in',
            some.map((key) => hashOf(key)),
          )
          .where('done_at', 'is', null)
          .execute();
      }
    },
  };
}

/** What was taken in hand then or before is in nobody's hands any more. */
export function inHandSince(at: Date): string {
  return new Date(at.getTime() - IN_HAND_MS).toISOString();
}
