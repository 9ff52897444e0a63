import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from './exported-record.ts';

/**
 * What selects the records of one kind: the columns of an export, and as `at` the time they are sorted by. Without
 * `withPrivate` a private question gives away no words, its own or others' about it, and neither people nor places.
 */
export function selectRecords(kind: RecordKind, withPrivate: boolean): RawBuilder<unknown> {
  const held = (column: string): RawBuilder<unknown> =>
    withPrivate ? sql.ref(column) : sql`case when q.is_private = 0 then ${sql.ref(column)} end`;
  switch (kind) {
    case 'questions':
      return sql`select q.asked_at as at, q.id, q.asked_at, ${held('q.asked_by')} as asked_by,
        ${held('q.channel')} as channel, ${held('q.thread')} as thread, q.surface, q.is_private as private,
        ${held('q.words')} as words, q.outcome, q.replied_at from questions q`;
    case 'quotes':
      return sql`select q.asked_at as at, f.question_id || '-' || f.position as id, f.question_id, q.asked_at,
        f.position, f.fact_id, f.fact_hash, f.confidence from quoted_facts f join questions q on q.id = f.question_id`;
    case 'deliveries':
      return sql`select d.delivered_at as at, d.id, d.question_id, d.delivered_at, d.fact_id, d.fact_hash,
        ${held('d.channel')} as channel, ${held('d.message_ts')} as message_ts, ${held('d.seen_by')} as seen_by,
        ${held('d.sent_by')} as sent_by, d.kind, ${held('d.person')} as person
        from deliveries d left join questions q on q.id = d.question_id`;
    case 'fact-versions':
      return sql`select v.first_shown_at as at, v.fact_id || '-' || v.fact_hash as id, v.fact_id, v.fact_hash,
        v.first_shown_at, v.text, v.source_line, v.kind, v.attribution, v.as_of, v.published, v.title, v.publisher,
        v.url from fact_versions v`;
    case 'choices':
      return sql`select c.chosen_at as at, c.id, c.question_id, c.chosen_at, ${held('c.chosen_by')} as chosen_by,
        c.fact_id, ${held('q.words')} as words from choices c left join questions q on q.id = c.question_id`;
    case 'feedback':
      return sql`select f.given_at as at, f.id, f.question_id, f.given_at, ${held('f.given_by')} as given_by,
        f.verdict, f.fact_id, f.fact_hash, ${held('f.line')} as line,
        f.closed_at, ${held('f.closed_by')} as closed_by, ${held('f.note')} as note
        from feedback f left join questions q on q.id = f.question_id`;
    case 'desk-questions':
      return sql`select q.first_asked_at as at, q.id, q.question_id, q.first_asked_at, q.last_asked_at,
        ${held('q.asked_by')} as asked_by, q.times, q.is_private as private, ${held('q.words')} as words, q.state,
        q.closed_at, ${held('q.closed_by')} as closed_by, ${held('q.note')} as note, q.group_id,
        q.answer_fact_id from desk_questions q`;
    case 'drafts': {
      const ofPrivate = sql`exists (select 1 from desk_questions q where q.group_id = d.group_id and q.is_private = 1)`;
      const desk = (column: string) =>
        withPrivate ? sql.ref(column) : sql`case when not ${ofPrivate} then ${sql.ref(column)} end`;
      return sql`select d.written_at as at, d.id, d.group_id, d.version, d.state, d.written_at,
        ${desk('d.written_by')} as written_by, ${desk('d.sent_back_by')} as sent_back_by, d.signed_at,
        ${desk('d.signed_by')} as signed_by, d.fact_id, d.sheet from drafts d`;
    }
    case 'reviews':
      return sql`select r.reviewed_at as at, r.id, r.reviewed_at, r.reviewed_by, r.fact_id, r.fact_hash, r.kind,
        r.reason, r.until_day from reviews r`;
    default:
      return kind satisfies never;
  }
}
