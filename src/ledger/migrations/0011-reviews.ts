import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';

/** Who of the desk found which version of a fact still true, or put its review off, and why. */
export async function keepReviews(database: Kysely<Tables>, kind: LedgerConnection['kind']): Promise<void> {
  await database.schema
    .createTable('reviews')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reviewed_by', 'text')
    .addColumn('reviewed_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('until_day', 'text')
    .execute();
  if (kind === 'sqlite') return;
  // PostgreSQL would copy frequent values into a table of its own, where nothing is erased.
  for (const column of ['reviewed_by', 'reason'])
    await sql`alter table reviews alter column ${sql.id(column)} set statistics 0`.execute(database);
}
