import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** A claim may be one on work that is not done yet. What was claimed before was as good as done. */
export async function tellWorkUnderWay(database: Kysely<Tables>): Promise<void> {
  await database.schema.alterTable('claims').addColumn('done_at', 'text').execute();
  await database.schema
    .alterTable('claims')
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await database
    .updateTable('claims')
    .set((row) => ({ done_at: row.ref('claimed_at') }))
    .execute();
}
