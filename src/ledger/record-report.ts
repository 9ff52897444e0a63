import type { Kysely } from 'kysely';
import { newCallId } from './call-id.ts';
import type { FactVersion } from './question.ts';
import type { ComplaintReason } from './report.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** What somebody thought of an answer. */
export type Verdict = 'helpful' | ComplaintReason;

/** Feedback as it arrives. */
export interface NewFeedback {
  /** The same for every redelivery of the same feedback, and for nothing else. */
  readonly deliveryKey: string;
  readonly questionId: string;
  /** The fact it is about, as it was shown; null for the answer as a whole. */
  readonly fact: FactVersion | null;
  readonly givenBy: string;
  readonly verdict: Verdict;
  /** What they added in words. */
  readonly line: string | null;
}

/** Whether the feedback is new, or one that is already in the ledger. Its id either way. */
export interface TakenFeedback {
  readonly kind: 'recorded' | 'repeated';
  readonly feedbackId: string;
}

/** What people thought of the answers. */
export interface FeedbackBook {
  /** `repeated` when this delivery was recorded before, and changes nothing then. */
  recordFeedback(feedback: NewFeedback): Promise<TakenFeedback>;
}

/** The feedback of one database. */
export function createFeedbackBook(database: Kysely<Tables>, now: () => Date): FeedbackBook {
  return {
    async recordFeedback({ deliveryKey, questionId, fact, givenBy, verdict, line }) {
      const id = hashOf('feedback', deliveryKey);
      const call_id = newCallId();
      const written = await database
        .insertInto('feedback')
        .values({
          id,
          question_id: questionId,
          fact_id: fact === null ? null : storedText(fact.factId),
          fact_hash: fact?.factHash ?? null,
          given_by: givenBy,
          verdict,
          line: line === null ? null : storedText(line),
          given_at: now().toISOString(),
          desk_channel: null,
          desk_message_ts: null,
          closed_at: null,
          closed_by: null,
          note: null,
          complainer_told_at: null,
          call_id,
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ call_id }).where('feedback.call_id', '=', call_id),
        )
        .returning('id')
        .executeTakeFirst();
      return { kind: written === undefined ? 'repeated' : 'recorded', feedbackId: id };
    },
  };
}
