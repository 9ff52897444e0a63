import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { LedgerConnection } from './ledger-connection.ts';
import { cannotOpen, LedgerError } from './ledger-error.ts';
import { closeToOthers, makePrivateFile, makePrivateFolder, type Warn } from './private-files.ts';
import { copyOlder, removeCopies } from './sqlite-copies.ts';
import { SharedSqliteDialect } from './sqlite-dialect.ts';
import { SqliteFile, type SqlitePatience } from './sqlite-file.ts';
import { knownReason } from './sqlite-reason.ts';
import { whileBusy } from './while-busy.ts';

/** The file in the ledger's folder. Its log and other companions have names that begin with it. */
const LEDGER_FILE = 'ledger.sqlite';

/** Where somebody waits: less than the three seconds that Slack gives for a form. */
const PROMPT: SqlitePatience = { limitMs: 2_500, isPrompt: true };

/** Where nobody waits in Slack: whoever holds the file longer than this is stuck. */
const PATIENT: SqlitePatience = { limitMs: 5_000, isPrompt: false };

/** The ledger of a folder. */
export function ledgerFile(directory: string): string {
  return join(directory, LEDGER_FILE);
}

/** Whether a ledger has been kept in that folder. */
export function hasLedgerFile(directory: string): boolean {
  return existsSync(ledgerFile(directory));
}

/** The SQLite file in that folder, made if missing. Rejects with {@link LedgerError}. */
export async function openSqlite(directory: string, warn: Warn): Promise<LedgerConnection> {
  const path = ledgerFile(directory);
  const explain = (error: unknown): LedgerError =>
    cannotOpen(path, knownReason(error) ?? unexpected(error), error);
  try {
    makePrivateFolder(directory, warn);
    makePrivateFile(path);
    refuseUnusable(path);
    closeToOthers(directory, LEDGER_FILE, warn);
    const database = new Database(path);
    await setUp(database);
    const file = new SqliteFile(path, database);
    return {
      kind: 'sqlite',
      dialect: new SharedSqliteDialect(file, PROMPT),
      patientDialect: new SharedSqliteDialect(file, PATIENT),
      explain,
      keepCopy: async (newest) => copyOlder(path, database, newest),
      removeCopies: async (madeBefore) => {
        try {
          removeCopies(path, madeBefore);
        } catch (error) {
          throw file.explain(error);
        }
      },
      refuseWhileOpen: () => file.refuseWhileOpen(),
      scrub: () => file.emptyLog(),
    };
  } catch (error) {
    throw explain(error);
  }
}

function refuseUnusable(path: string): void {
  if (statSync(path).isDirectory()) {
    throw new LedgerError('a folder bears that name. Move it, or give FACTDESK_DATA another folder.');
  }
  accessSync(path, constants.R_OK | constants.W_OK);
}

async function setUp(database: Database.Database): Promise<void> {
  try {
    // Readers and the writer do not wait for each other.
    await whileBusy(() => database.exec('pragma journal_mode = wal'), PATIENT.limitMs);
    // A commit is on the disk before it is reported: what was accepted survives a power cut, not only a kill. SQLite
    // would wait for the disk at every commit and stop the process meanwhile, so `DiskFlush` does it.
    database.exec('pragma synchronous = normal');
    // What is erased is overwritten in the file, not only unlinked; nothing is sorted in files elsewhere.
    database.exec('pragma secure_delete = on');
    database.exec('pragma temp_store = memory');
  } catch (error) {
    database.close();
    throw error;
  }
}

function unexpected(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  return `${error instanceof Error ? error.message : 'unknown reason'}. Check the folder that FACTDESK_DATA names.`;
}
