import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** How often answering a question was begun and came to no end. Whoever accepts a question begins. */
export async function countAttempts(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .alterTable('questions')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
