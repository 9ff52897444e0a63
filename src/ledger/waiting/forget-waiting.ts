import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Embargoes last for hours to weeks; after a quarter nobody waits for an answer. */
export const MOST_WAITING_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Drops the questions that nobody can be told of any more, their words being gone, and those that are too old. */
export async function forgetWaiting(transaction: Transaction<Tables>, at: Date): Promise<void> {
  const oldest = new Date(at.getTime() - MOST_WAITING_DAYS * DAY_MS).toISOString();
  for (const table of ['unsure_questions', 'waiting_questions'] as const) {
    await transaction
      .deleteFrom(table)
      .where('question_id', 'in', (query) =>
        query
          .selectFrom('questions')
          .select('id')
          .where((where) => where.or([where('words', 'is', null), where('asked_at', '<', oldest)])),
      )
      .execute();
  }
}
