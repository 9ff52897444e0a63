import type { Kysely } from 'kysely';
import { newCallId } from './call-id.ts';
import type { HelpfulReply, NewReport, Rating, RecordedReport } from './report.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** What somebody said of a reply, in the one table that holds praise and reports. */
interface NewRating extends HelpfulReply {
  readonly rating: Rating;
  readonly line: string | null;
}

/** Records that somebody found a fact or a reply not right. */
export function recordReport(
  database: Kysely<Tables>,
  { reason, ...report }: NewReport,
  at: Date,
): Promise<RecordedReport> {
  return recordRating(database, { ...report, rating: reason }, at);
}

/** Records that a reply helped somebody. */
export async function recordHelpful(
  database: Kysely<Tables>,
  helpful: HelpfulReply,
  at: Date,
): Promise<void> {
  await recordRating(database, { ...helpful, rating: 'helpful', line: null }, at);
}

async function recordRating(
  database: Kysely<Tables>,
  { eventKey, questionId, fact, givenBy, rating, line }: NewRating,
  at: Date,
): Promise<RecordedReport> {
  // Ids that are stored already were made with this word.
  const id = hashOf('feedback', eventKey);
  const call_id = newCallId();
  const written = await database
    .insertInto('feedback')
    .values({
      id,
      question_id: questionId,
      fact_id: fact === null ? null : storedText(fact.factId),
      fact_hash: fact?.factHash ?? null,
      given_by: givenBy,
      verdict: rating,
      line: line === null ? null : storedText(line),
      given_at: at.toISOString(),
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
  return { kind: written === undefined ? 'repeated' : 'recorded', reportId: id };
}
