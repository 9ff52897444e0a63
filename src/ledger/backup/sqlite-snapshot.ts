import Database from 'libsql';
import { cannotOpen, codeOf, LedgerError } from '../ledger-error.ts';
import { ledgerFile } from '../sqlite-database.ts';
import { knownReason } from '../sqlite-reason.ts';
import { schemaOf, tablesOf } from '../sqlite-schema.ts';
import { whileBusy } from '../while-busy.ts';
import { type LedgerRow, type LedgerSnapshot, ROWS_AT_A_TIME } from './ledger-snapshot.ts';
import { LEDGER_TABLES } from './ledger-tables.ts';

/** Who opens or closes the file holds it for a moment. */
const PATIENCE_MS = 5_000;

/**
 * The SQLite file of a folder as it is now, over a connection of its own, so that the bot goes on writing; undefined
 * where nothing was kept in it yet. Rejects with {@link LedgerError}.
 */
export async function openSqliteSnapshot(directory: string): Promise<LedgerSnapshot | undefined> {
  const file = ledgerFile(directory);
  try {
    const database = new Database(file);
    try {
      // The moment is that of the first look. Who reads meets no lock but one: see sqlite-dialect.ts on `exec`.
      database.exec('begin');
      await whileBusy(() => database.exec('select count(*) from sqlite_master'), PATIENCE_MS);
      const schema = schemaOf(database);
      if (schema !== undefined) return snapshotOf(database, schema, file);
    } catch (error) {
      database.close();
      throw error;
    }
    database.close();
    return undefined;
  } catch (error) {
    throw explain(file, error);
  }
}

function snapshotOf(database: Database.Database, schema: string, file: string): LedgerSnapshot {
  return {
    ...{ kind: 'sqlite', schema },
    async *rows() {
      try {
        for (const table of tablesOf(database, LEDGER_TABLES)) {
          let rows: LedgerRow[] = [];
          for (const row of database.prepare(`select * from ${table}`).iterate()) {
            rows.push(row as LedgerRow);
            if (rows.length < ROWS_AT_A_TIME) continue;
            yield { table, rows };
            rows = [];
          }
          if (rows.length > 0) yield { table, rows };
        }
      } catch (error) {
        throw explain(file, error);
      }
    },
    async close() {
      database.close();
    },
  };
}

function explain(file: string, error: unknown): unknown {
  if (error instanceof LedgerError) return error;
  const reason = knownReason(error);
  if (reason === undefined && !codeOf(error).startsWith('SQLITE')) return error;
  return cannotOpen(file, reason ?? 'see whether it is a ledger.', error);
}
