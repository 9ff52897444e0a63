import type { Kysely } from 'kysely';
import type { FactVersion } from './question.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { FeedbackRow, Tables } from './tables.ts';

/** Why an answer is not right. */
export type ComplaintReason = 'wrong-fact' | 'out-of-date' | 'badly-worded' | 'other';

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

/** "Not right", as it is remembered. */
export interface Complaint {
  readonly id: string;
  readonly questionId: string;
  readonly fact: FactVersion | null;
  /** Null once the person was erased. */
  readonly givenBy: string | null;
  readonly reason: ComplaintReason;
  readonly line: string | null;
  readonly givenAt: Date;
}

/** What people thought of the answers. */
export interface FeedbackBook {
  /** `repeated` when this delivery was recorded before, and changes nothing then. */
  recordFeedback(feedback: NewFeedback): Promise<'recorded' | 'repeated'>;
  /** What was said to be not right, newest first. @default limit 20 */
  complaints(limit?: number): Promise<readonly Complaint[]>;
}

/** The feedback of one database. */
export function createFeedbackBook(database: Kysely<Tables>, now: () => Date): FeedbackBook {
  return {
    async recordFeedback(feedback) {
      const result = await database
        .insertInto('feedback')
        .values({
          id: hashOf('feedback', feedback.deliveryKey),
          question_id: feedback.questionId,
          fact_id: feedback.fact === null ? null : storedText(feedback.fact.factId),
          fact_hash: feedback.fact?.factHash ?? null,
          given_by: feedback.givenBy,
          verdict: feedback.verdict,
          line: feedback.line === null ? null : storedText(feedback.line),
          given_at: now().toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? 'recorded' : 'repeated';
    },
    async complaints(limit = 20) {
      const rows = await database
        .selectFrom('feedback')
        .selectAll()
        .where('verdict', '!=', 'helpful')
        .orderBy('given_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap((row) => toComplaint(row));
    },
  };
}

function toComplaint(row: FeedbackRow): readonly Complaint[] {
  if (row.verdict === 'helpful') return [];
  const fact =
    row.fact_id === null || row.fact_hash === null ? null : { factId: row.fact_id, factHash: row.fact_hash };
  return [
    {
      id: row.id,
      questionId: row.question_id,
      fact,
      givenBy: row.given_by,
      reason: row.verdict,
      line: row.line,
      givenAt: new Date(row.given_at),
    },
  ];
}
