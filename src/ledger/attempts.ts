import { type Kysely, sql } from 'kysely';
import { newCallId } from './call-id.ts';
import { transact } from './repeat-once.ts';
import { dropFrames } from './reply-frames/reply-frames.ts';
import type { Tables } from './tables.ts';

/**
 * How often answering a question was begun without an end. Accepting a question begins the first attempt, a reply ends
 * all. What is left over was cut off together with the process: by a question that ends the process, or by chance.
 */
export interface Attempts {
  /**
   * Notes that answering is begun again, before it is: each attempt but the first, which accepting is. Gives how many
   * were begun by now, this one among them, and came to no end.
   */
  beginAttempt(questionId: string): Promise<number>;
  /**
   * Notes that answering came to an end without a reply: it may be tried as often again. Where surely nothing was sent,
   * no answer is decided any more either: nobody need look for a reply before the next attempt.
   */
  endAttempts(questionId: string, end: { readonly mayHaveReply: boolean }): Promise<void>;
}

/** The attempts of one database. */
export function createAttempts(database: Kysely<Tables>): Attempts {
  return {
    async beginAttempt(questionId) {
      const call_id = newCallId();
      const row = await database
        .updateTable('questions')
        // This very call, when it is repeated because its connection was lost, counts once.
        .set({
          attempts: sql<number>`case when call_id = ${call_id} then attempts else attempts + 1 end`,
          call_id,
        })
        .where('id', '=', questionId)
        .returning('attempts')
        .executeTakeFirst();
      return row?.attempts ?? 0;
    },
    async endAttempts(questionId, { mayHaveReply }) {
      await transact(database, async (transaction) => {
        await transaction
          .updateTable('questions')
          .set({ attempts: 0, ...(mayHaveReply ? {} : { outcome: null, decided_at: null }) })
          .where('id', '=', questionId)
          .where('replied_at', 'is', null)
          .execute();
        if (mayHaveReply) return;
        await transaction.deleteFrom('quoted_facts').where('question_id', '=', questionId).execute();
        await dropFrames(transaction, questionId);
      });
    },
  };
}
