import type { Kysely, Transaction } from 'kysely';
import type { AskedDesk, DeskRequest } from './desk-question.ts';
import { toDeskQuestion } from './read-desk-questions.ts';
import { hashOf } from './stored-text.ts';
import type { DeskQuestionRow, Tables } from './tables.ts';

/** Opens a question to the desk or counts a repeat, all or nothing. */
export function askDesk(database: Kysely<Tables>, request: DeskRequest, at: Date): Promise<AskedDesk> {
  const askedAt = at.toISOString();
  return database.transaction().execute(async (transaction) => {
    const { deliveryKey, questionId, askedBy, meaning } = request;
    const question = await transaction
      .selectFrom('questions')
      .select(['words', 'is_private'])
      .where('id', '=', questionId)
      .executeTakeFirst();
    if (question === undefined || question.words === null) return { kind: 'gone' };
    const id = hashOf('desk', deliveryKey);
    if (!(await claimed(transaction, id, askedAt))) return { kind: 'repeated' };
    const row = await openOrCount(transaction, {
      id,
      open_key: hashOf('open', askedBy, meaning),
      question_id: questionId,
      asked_by: askedBy,
      words: question.words,
      is_private: question.is_private,
      times: 1,
      state: 'open',
      first_asked_at: askedAt,
      last_asked_at: askedAt,
      desk_channel: null,
      desk_message_ts: null,
      closed_at: null,
      closed_by: null,
      note: null,
      asker_told_at: null,
    });
    return { kind: row.times === 1 ? 'opened' : 'counted', deskQuestion: toDeskQuestion(row) };
  });
}

/** A repeat leaves no row of its own to be recognised by: without a claim its redelivery would count once more. */
async function claimed(transaction: Transaction<Tables>, key: string, claimedAt: string): Promise<boolean> {
  const result = await transaction
    .insertInto('claims')
    .values({ key, claimed_at: claimedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

function openOrCount(transaction: Transaction<Tables>, row: DeskQuestionRow): Promise<DeskQuestionRow> {
  return transaction
    .insertInto('desk_questions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('open_key').doUpdateSet((update) => ({
        times: update('desk_questions.times', '+', 1),
        last_asked_at: row.last_asked_at,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}
