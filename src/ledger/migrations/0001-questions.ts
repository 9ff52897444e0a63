import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Claims on deliveries, questions, and the facts that were quoted to them. */
export async function createQuestions(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('claimed_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('claims_by_age').on('claims').column('claimed_at').execute();
  await database.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('asked_by', 'text')
    .addColumn('team', 'text')
    .addColumn('channel', 'text')
    .addColumn('thread', 'text')
    .addColumn('surface', 'text', (column) => column.notNull())
    .addColumn('words', 'text')
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('reply_address', 'text')
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('replied_at', 'text')
    .execute();
  await database.schema
    .createIndex('questions_by_asker')
    .on('questions')
    .columns(['asked_by', 'asked_at'])
    .execute();
  await database.schema.createIndex('questions_by_age').on('questions').column('asked_at').execute();
  await createQuotedFacts(database);
}

async function createQuotedFacts(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('quoted_facts')
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quoted_facts_key', ['question_id', 'position'])
    .execute();
}
