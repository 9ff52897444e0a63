import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { DeskQuestion } from './desk-question.ts';
import type { DeskQuestionRow } from './desk-question-row.ts';
import type { Tables } from './tables.ts';

type DeskQuestionQuery = SelectQueryBuilder<Tables, 'desk_questions', DeskQuestionRow>;

/** The questions to the desk that the query keeps, oldest first. */
export async function readDeskQuestions(
  database: Kysely<Tables>,
  narrow: (query: DeskQuestionQuery) => DeskQuestionQuery,
): Promise<readonly DeskQuestion[]> {
  const all = database.selectFrom('desk_questions').selectAll().orderBy('first_asked_at').orderBy('id');
  const rows = await narrow(all).execute();
  return rows.map(toDeskQuestion);
}

/** A row as the rest of the bot knows it. */
export function toDeskQuestion(row: DeskQuestionRow): DeskQuestion {
  const { desk_channel: channel, desk_message_ts: messageTs } = row;
  return {
    id: row.id,
    questionId: row.question_id,
    askedBy: row.asked_by,
    words: row.words,
    times: row.times,
    state: row.state,
    firstAskedAt: new Date(row.first_asked_at),
    lastAskedAt: new Date(row.last_asked_at),
    deskMessage: channel === null || messageTs === null ? null : { channel, messageTs },
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    closedBy: row.closed_by,
    note: row.note,
    groupId: row.group_id,
    answerFactId: row.answer_fact_id,
    isSettled: row.asker_told_at !== null,
    notTold: row.not_told,
    proposed:
      row.proposed_fact_id === null || row.proposed_fact_hash === null
        ? null
        : { factId: row.proposed_fact_id, factHash: row.proposed_fact_hash },
  };
}
