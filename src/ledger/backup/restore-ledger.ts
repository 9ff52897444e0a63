import { Kysely, sql, type Transaction } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import { codeOf, LedgerError } from '../ledger-error.ts';
import { isKnownSchema, migrateWithin, takeTurn } from '../migrate.ts';
import { connectLedger, type LedgerLocation } from '../open-ledger.ts';
import type { Tables } from '../tables.ts';
import type { LedgerRow, LedgerSnapshot } from './ledger-snapshot.ts';
import { LEDGER_TABLES } from './ledger-tables.ts';

/** Values that go into one statement: SQLite takes 32,766. */
const MOST_VALUES = 20_000;

/** What was in a ledger. */
export type LedgerContents = Pick<LedgerSnapshot, 'schema' | 'rows'>;

/** Where a ledger is put back, and what becomes of one that is there. */
export interface RestoreOptions extends LedgerLocation {
  /** Called before a ledger that is there gives way. @default one that holds something is refused */
  readonly beforeReplacing?: (() => Promise<void>) | undefined;
}

/**
 * Puts back what was in a ledger of either kind, of this version or an older one, all or nothing, and brings it up to
 * date. Rejects with {@link LedgerError}, also where a bot has the ledger open, as far as that can be told.
 */
export async function restoreLedger(
  { schema, rows }: LedgerContents,
  { beforeReplacing, ...location }: RestoreOptions,
): Promise<void> {
  refuseUnknown(schema);
  const connection = await connectLedger(location);
  const { kind, dialect, patientDialect = dialect } = connection;
  const database = new Kysely<Tables>({ dialect: patientDialect });
  try {
    await connection.knock?.();
    await connection.refuseWhileOpen();
    await beforeReplacing?.();
    await database.transaction().execute(async (transaction) => {
      await takeTurn(transaction, kind);
      // An empty database, or an older ledger, has all tables then.
      await migrateWithin(transaction, kind);
      if (beforeReplacing === undefined) await refuseUnlessEmpty(transaction);
      for (const table of [...LEDGER_TABLES, 'migrations'])
        await transaction.schema.dropTable(table).execute();
      await migrateWithin(transaction, kind, schema);
      for await (const part of rows()) await insertRows(transaction, part);
      await migrateWithin(transaction, kind);
      await continueNumbers(transaction, kind);
    });
  } catch (error) {
    // Only a database gives codes: what the rows come from tells itself what is wrong.
    throw error instanceof LedgerError || codeOf(error) !== '' ? connection.explain(error) : error;
  } finally {
    await database.destroy();
  }
}

function refuseUnknown(schema: string): void {
  if (isKnownSchema(schema)) return;
  throw new LedgerError(
    `The back-up is of a ledger that a newer factdesk has written (migration "${schema}", unknown to this ` +
      'version). Update factdesk, and restore it with that.',
  );
}

async function refuseUnlessEmpty(transaction: Transaction<Tables>): Promise<void> {
  for (const table of LEDGER_TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
    if (rows.length > 0)
      throw new LedgerError(
        'it holds something already. Restore into a new folder or database, or add --replace: what is there is ' +
          'backed up first then.',
      );
  }
}

async function insertRows(
  transaction: Transaction<Tables>,
  { table, rows }: { readonly table: string; readonly rows: readonly LedgerRow[] },
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const most = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, columns.length)));
  for (let from = 0; from < rows.length; from += most) {
    const values = rows
      .slice(from, from + most)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(transaction);
  }
}

/** PostgreSQL does not notice numbers that were given; the next recall must not bear the number of another. */
async function continueNumbers(
  transaction: Transaction<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`select setval(pg_get_serial_sequence('recalls', 'number'), max(number)) from recalls
    having max(number) is not null`.execute(transaction);
}
