import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * How likely each quote was said to answer, and by which decision, so that verdicts can be weighed when the words of a
 * question are forgotten; and what the desk was told once.
 */
export async function keepConfidence(database: Kysely<Tables>): Promise<void> {
  await database.schema.alterTable('quoted_facts').addColumn('confidence', 'double precision').execute();
  await database.schema.alterTable('questions').addColumn('decision', 'text').execute();
  await database.schema
    .createTable('notices')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('told_at', 'text', (column) => column.notNull())
    .execute();
}
