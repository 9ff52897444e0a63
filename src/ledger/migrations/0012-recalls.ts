import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';
import { withoutStatistics } from '../without-statistics.ts';

/** Columns with words, people and places. */
const PERSONAL = {
  recalls: ['reason', 'decided_by'],
  recall_rows: ['person', 'channel', 'message_ts', 'notice_channel', 'notice_ts'],
} as const;

/** Changes of facts that were shown, what the desk decided on each, and every copy and person concerned. */
export async function keepRecalls(database: Kysely<Tables>, kind: LedgerConnection['kind']): Promise<void> {
  await createRecalls(database, kind);
  await createRecallRows(database);
  await withoutStatistics(database, kind, PERSONAL);
}

/** Numbered, since people name them. */
async function createRecalls(database: Kysely<Tables>, kind: LedgerConnection['kind']): Promise<void> {
  const isSqlite = kind === 'sqlite';
  await database.schema
    .createTable('recalls')
    .addColumn('number', isSqlite ? 'integer' : 'serial', (column) =>
      isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('open_key', 'text', (column) => column.unique())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('from_hash', 'text', (column) => column.notNull())
    .addColumn('to_fact_id', 'text')
    .addColumn('to_hash', 'text')
    .addColumn('to_words', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_past', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('verb', 'text')
    .addColumn('reason', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('desk_channel', 'text')
    .addColumn('desk_message_ts', 'text')
    .addColumn('call_id', 'text')
    .execute();
  await database.schema.createIndex('recalls_by_fact').on('recalls').column('fact_id').execute();
}

async function createRecallRows(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('recall_rows')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('recall', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addColumn('shown_at', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('channel', 'text')
    .addColumn('message_ts', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('way', 'text')
    .addColumn('reason', 'text')
    .addColumn('taken_at', 'text')
    .addColumn('done_at', 'text')
    .addColumn('notice_channel', 'text')
    .addColumn('notice_ts', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('reminded_at', 'text')
    .execute();
  await database.schema
    .createIndex('recall_rows_waiting')
    .on('recall_rows')
    .columns(['recall', 'state', 'kind'])
    .execute();
  // Erasing a person looks for theirs.
  await sql`create index recall_rows_by_person on recall_rows (person)`.execute(database);
}
