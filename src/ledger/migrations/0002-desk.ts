import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What follows an answer: where its facts were shown, what was chosen, what was wrong, what went to the desk. */
export async function createDesk(database: Kysely<Tables>): Promise<void> {
  await createDeliveries(database);
  await createChoices(database);
  await createFeedback(database);
  await createDeskQuestions(database);
}

async function createDeliveries(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('message_ts', 'text')
    .addColumn('seen_by', 'text')
    .addColumn('sent_by', 'text')
    .addColumn('delivered_at', 'text', (column) => column.notNull())
    .execute();
  // For reaching every copy of a fact that was corrected.
  await database.schema.createIndex('deliveries_by_fact').on('deliveries').column('fact_id').execute();
  await database.schema
    .createIndex('deliveries_by_question')
    .on('deliveries')
    .column('question_id')
    .execute();
}

async function createChoices(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('choices')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('chosen_by', 'text')
    .addColumn('chosen_at', 'text', (column) => column.notNull())
    .execute();
}

async function createFeedback(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text')
    .addColumn('fact_hash', 'text')
    .addColumn('given_by', 'text')
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('line', 'text')
    .addColumn('given_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('feedback_by_age').on('feedback').column('given_at').execute();
}

async function createDeskQuestions(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('desk_questions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    // Null once closed. Both databases let any number of rows have none.
    .addColumn('open_key', 'text', (column) => column.unique())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text')
    .addColumn('words', 'text')
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('first_asked_at', 'text', (column) => column.notNull())
    .addColumn('last_asked_at', 'text', (column) => column.notNull())
    .addColumn('desk_channel', 'text')
    .addColumn('desk_message_ts', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('note', 'text')
    .addColumn('asker_told_at', 'text')
    .execute();
  await database.schema
    .createIndex('desk_questions_by_state')
    .on('desk_questions')
    .columns(['state', 'first_asked_at'])
    .execute();
}
