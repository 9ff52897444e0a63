import { openPatientServer } from '../postgres-database.ts';
import { PostgresLease } from '../postgres-lease.ts';
import { type LedgerRow, type LedgerSnapshot, ROWS_AT_A_TIME } from './ledger-snapshot.ts';
import { LEDGER_TABLES } from './ledger-tables.ts';

/**
 * The ledger in a PostgreSQL database as it is now: one transaction that reads, which holds up nobody; undefined where
 * nothing was kept in it yet. Rejects with `LedgerError`.
 */
export async function openPostgresSnapshot(databaseUrl: string): Promise<LedgerSnapshot | undefined> {
  const { server, end, explain } = openPatientServer(databaseUrl);
  let lease: PostgresLease | undefined;
  const close = async () => {
    // What was begun is taken back: nothing was written.
    lease?.end({ failed: true });
    await end();
  };
  try {
    lease = await PostgresLease.take(server);
    await lease.query('begin isolation level repeatable read read only');
    const schema = await schemaOf(lease);
    if (schema !== undefined) return { kind: 'postgres', schema, rows: () => rowsOf(lease), close };
  } catch (error) {
    await close();
    throw explain(error);
  }
  await close();
  return undefined;
}

async function* rowsOf(lease: PostgresLease | undefined): ReturnType<LedgerSnapshot['rows']> {
  for (const table of LEDGER_TABLES) {
    if (lease === undefined || !(await isThere(lease, table))) continue;
    await lease.query(`declare ledger_rows no scroll cursor for select * from ${table}`);
    for (;;) {
      const { rows }: { readonly rows: LedgerRow[] } = await lease.query(
        `fetch ${ROWS_AT_A_TIME} from ledger_rows`,
      );
      if (rows.length > 0) yield { table, rows };
      if (rows.length < ROWS_AT_A_TIME) break;
    }
    await lease.query('close ledger_rows');
  }
}

async function schemaOf(lease: PostgresLease): Promise<string | undefined> {
  if (!(await isThere(lease, 'migrations'))) return undefined;
  const { rows } = await lease.query('select max(name) as name from migrations');
  const [row]: readonly { readonly name?: string | null }[] = rows;
  return row?.name ?? undefined;
}

async function isThere(lease: PostgresLease, table: string): Promise<boolean> {
  const { rows } = await lease.query('select to_regclass($1) is not null as found', { parameters: [table] });
  const [row]: readonly { readonly found?: boolean }[] = rows;
  return row?.found === true;
}
