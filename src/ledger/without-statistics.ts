import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from './ledger-connection.ts';
import type { Tables } from './tables.ts';

/**
 * PostgreSQL copies frequent values of each column into a table of its own, where nothing would be erased: not of these
 * columns, by table. SQLite copies none.
 */
export async function withoutStatistics(
  database: Kysely<Tables>,
  kind: LedgerConnection['kind'],
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  if (kind === 'sqlite') return;
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names) {
      const [named, where] = [sql.id(name), sql.table(table)];
      // To give a column the type that it has drops what was copied before, and changes nothing else.
      await sql`alter table ${where} alter column ${named} type text`.execute(database);
      await sql`alter table ${where} alter column ${named} set statistics 0`.execute(database);
    }
  }
}
