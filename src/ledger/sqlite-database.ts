import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection as KyselyConnection,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import type { DatabaseConnection } from './database-connection.ts';
import { cannotOpen, codeOf, LedgerError } from './ledger-error.ts';

/** The file in the ledger's folder. */
const LEDGER_FILE = 'ledger.sqlite';

/**
 * How long to wait for another process that writes. A write takes under a millisecond, a migration some; whoever
 * holds the file for five seconds is stuck, and the asker should be told rather than wait.
 */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * SQLite begins a transaction as a reader and fails at the first write when another process wrote in between, without
 * waiting. Asking for the right to write at once waits instead.
 */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: KyselyConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class WritingDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new WritingDriver({ database: this.#database });
  }
}

/** The SQLite file in that folder, made if missing. Throws {@link LedgerError}. */
export function openSqlite(directory: string): DatabaseConnection {
  const file = join(directory, LEDGER_FILE);
  const explain = (error: unknown): LedgerError => cannotOpen(file, reasonOf(error), error);
  try {
    makePrivateFile(directory, file);
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    setUp(database);
    return { kind: 'sqlite', dialect: new WritingDialect(database), explain };
  } catch (error) {
    throw explain(error);
  }
}

/** Only the user who runs the bot may read the file: it holds the words of private questions. */
function makePrivateFile(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function setUp(database: Database.Database): void {
  // Readers and the writer do not wait for each other.
  database.pragma('journal_mode = WAL');
  // A commit is on the disk before it is reported: what was accepted survives a power cut, not only a kill.
  database.pragma('synchronous = FULL');
  // What is erased is overwritten in the file, not only unlinked.
  database.pragma('secure_delete = ON');
}

function reasonOf(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
      return 'this user may not write there. Give FACTDESK_DATA a folder that can be written, or grant the right.';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file stands where the folder should be. Move it, or give FACTDESK_DATA another folder.';
    case 'EISDIR':
      return 'a folder bears that name. Move it, or give FACTDESK_DATA another folder.';
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'the disk is full. Make room and start again.';
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'the file is damaged or no SQLite database. Move it away to begin a new ledger, or restore a copy.';
    case 'SQLITE_BUSY':
      return 'another program holds it. End that program and start again.';
    default:
      return `${error instanceof Error ? error.message : 'unknown reason'}. Check the folder that FACTDESK_DATA names.`;
  }
}
