import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What was replied in a thread, and under which message, is looked up while somebody waits. */
export async function indexThreads(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createIndex('questions_by_thread')
    .on('questions')
    .columns(['thread', 'asked_at'])
    .execute();
  await database.schema.createIndex('deliveries_by_message').on('deliveries').column('message_ts').execute();
}
