import { type Kysely, sql, type Transaction } from 'kysely';
import { newCallId } from './call-id.ts';
import { writeClaim } from './claims.ts';
import type { AskedDesk, DeskRequest } from './desk-question.ts';
import type { DeskQuestionRow } from './desk-question-row.ts';
import { toDeskQuestion } from './read-desk-questions.ts';
import { transact } from './repeat-once.ts';
import { hashOf } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** Opens a question to the desk or counts a repeat, all or nothing. */
export function askDesk(database: Kysely<Tables>, request: DeskRequest, at: Date): Promise<AskedDesk> {
  const askedAt = at.toISOString();
  const call_id = newCallId();
  return transact(database, async (transaction) => {
    const { eventKey, questionId, askedBy, meaning } = request;
    const question = await transaction
      .selectFrom('questions')
      .select(['words', 'is_private'])
      .where('id', '=', questionId)
      .executeTakeFirst();
    if (question === undefined || question.words === null) return { kind: 'gone' };
    const id = hashOf('desk', eventKey);
    // A repeat leaves no row of its own to be recognised by: without a claim its redelivery would count once more.
    if (!(await writeClaim(transaction, { key: id, at: askedAt, call_id }))) return { kind: 'repeated' };
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
      call_id,
      group_id: id,
      ...{ answer_fact_id: null, proposed_fact_id: null, proposed_fact_hash: null, not_told: null },
    });
    return { kind: row.id === id ? 'opened' : 'counted', deskQuestion: toDeskQuestion(row) };
  });
}

function openOrCount(transaction: Transaction<Tables>, row: DeskQuestionRow): Promise<DeskQuestionRow> {
  return transaction
    .insertInto('desk_questions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('open_key').doUpdateSet({
        // This very call, when it is repeated, counts once.
        times: sql<number>`case when desk_questions.call_id = ${row.call_id} then desk_questions.times
          else desk_questions.times + 1 end`,
        last_asked_at: row.last_asked_at,
        call_id: row.call_id,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}
