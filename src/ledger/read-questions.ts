import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Question } from './question.ts';
import type { FactVersion } from './shown-fact.ts';
import type { QuestionRow, Tables } from './tables.ts';

type QuestionQuery = SelectQueryBuilder<Tables, 'questions', QuestionRow>;

/** The questions the query keeps, newest first, with the facts quoted to them. */
export async function readQuestions(
  database: Kysely<Tables>,
  narrow: (query: QuestionQuery) => QuestionQuery,
): Promise<readonly Question[]> {
  const rows = await narrow(
    // The id decides between questions of the same millisecond, so that the order never changes.
    database.selectFrom('questions').selectAll().orderBy('asked_at', 'desc').orderBy('id'),
  ).execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const facts = await database
    .selectFrom('quoted_facts')
    .selectAll()
    .where('question_id', 'in', ids)
    .orderBy('position')
    .execute();
  const quoted = new Map<string, FactVersion[]>(ids.map((id) => [id, []]));
  for (const fact of facts) {
    quoted.get(fact.question_id)?.push({ factId: fact.fact_id, factHash: fact.fact_hash });
  }
  return rows.map((row) => toQuestion(row, quoted.get(row.id) ?? []));
}

function toQuestion(row: QuestionRow, quoted: readonly FactVersion[]): Question {
  return {
    id: row.id,
    askedBy: row.asked_by,
    team: row.team,
    channel: row.channel,
    thread: row.thread,
    surface: row.surface,
    words: row.words,
    isPrivate: row.is_private === 1,
    replyAddress: row.reply_address,
    askedAt: new Date(row.asked_at),
    outcome: row.outcome,
    repliedAt: row.replied_at === null ? null : new Date(row.replied_at),
    quoted,
  };
}
