import type { Transaction } from 'kysely';
import type { Outcome } from '../question.ts';
import type { Tables } from '../tables.ts';

/**
 * Notes that a question gets no sure answer, so that it is looked at whether it waits for a fact. That is noted with
 * each such answer, whatever the facts are: the note tells nothing of them.
 */
export async function noteUnsure(
  transaction: Transaction<Tables>,
  questionId: string,
  outcome: Outcome,
): Promise<void> {
  if (outcome !== 'none' && outcome !== 'choices') return;
  await transaction
    .insertInto('unsure_questions')
    .values({ question_id: questionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back what was noted of an answer that another one replaces. */
export async function dropUnsure(transaction: Transaction<Tables>, questionId: string): Promise<void> {
  for (const table of ['unsure_questions', 'waiting_questions'] as const)
    await transaction.deleteFrom(table).where('question_id', '=', questionId).execute();
}
