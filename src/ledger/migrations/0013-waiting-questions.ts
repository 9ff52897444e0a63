import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which questions without a sure answer are yet to be looked at, and which wait for facts that may be shown later. */
export async function keepWaiting(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('unsure_questions')
    .addColumn('question_id', 'text', (column) => column.primaryKey().notNull())
    .execute();
  await database.schema
    .createTable('waiting_questions')
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addColumn('because', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiting_questions_key', ['question_id', 'fact_id'])
    .execute();
  await database.schema
    .createIndex('waiting_questions_by_fact')
    .on('waiting_questions')
    .column('fact_id')
    .execute();
}
