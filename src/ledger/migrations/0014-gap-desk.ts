import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';
import { withoutStatistics } from '../without-statistics.ts';

/** The new columns with words and people. */
const PERSONAL = {
  drafts: ['fields', 'written_by', 'signed_by', 'sent_back_by', 'checked_by', 'note'],
} as const;

/** Which questions to the desk mean the same, what answered or may answer them, and facts that are being written. */
export async function keepDrafts(database: Kysely<Tables>, kind: LedgerConnection['kind']): Promise<void> {
  for (const name of ['group_id', 'answer_fact_id', 'proposed_fact_id', 'proposed_fact_hash', 'not_told'])
    await database.schema.alterTable('desk_questions').addColumn(name, 'text').execute();
  await sql`update desk_questions set group_id = id`.execute(database);
  await database.schema
    .createIndex('desk_questions_by_group')
    .on('desk_questions')
    .column('group_id')
    .execute();
  await createDrafts(database);
  await withoutStatistics(database, kind, PERSONAL);
}

async function createDrafts(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    // Of the press that made the version: its redelivery makes no other.
    .addColumn('version_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('fields', 'text')
    .addColumn('written_by', 'text')
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addColumn('sent_back_by', 'text')
    .addColumn('note', 'text')
    .addColumn('signed_by', 'text')
    .addColumn('signed_at', 'text')
    .addColumn('checked_by', 'text')
    .addColumn('fact_id', 'text')
    .addColumn('sheet', 'text')
    .addColumn('trouble', 'text')
    .addColumn('desk_channel', 'text')
    .addColumn('desk_message_ts', 'text')
    .addColumn('call_id', 'text')
    .execute();
  await database.schema
    .createIndex('drafts_by_state')
    .on('drafts')
    .columns(['state', 'written_at'])
    .execute();
}
