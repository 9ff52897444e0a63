import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { DiskFlush } from './disk-flush.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import { cannotOpen, codeOf, LedgerError } from './ledger-error.ts';
import { whileBusy } from './patience.ts';
import { SharedSqliteDialect } from './sqlite-dialect.ts';

/** The file in the ledger's folder. */
const LEDGER_FILE = 'ledger.sqlite';

/** The SQLite file in that folder, made if missing. Rejects with {@link LedgerError}. */
export async function openSqlite(directory: string): Promise<LedgerConnection> {
  const file = join(directory, LEDGER_FILE);
  const explain = (error: unknown): LedgerError => cannotOpen(file, reasonOf(error), error);
  try {
    makePrivateFile(directory, file);
    const database = new Database(file);
    await setUp(database);
    return {
      kind: 'sqlite',
      dialect: new SharedSqliteDialect(database, new DiskFlush(`${file}-wal`)),
      explain,
      // Erased words are still in SQLite's log of recent changes until it is emptied.
      scrub: async () => {
        await whileBusy(() => database.exec('pragma wal_checkpoint(truncate)'));
      },
    };
  } catch (error) {
    throw explain(error);
  }
}

/**
 * Only the user who runs the bot may read the file: it holds the words of private questions. A file that exists is
 * not opened here: closing it again would drop the locks of every other connection this process has to it.
 */
function makePrivateFile(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  if (statSync(file).isDirectory()) {
    throw new LedgerError('a folder bears that name. Move it, or give FACTDESK_DATA another folder.');
  }
  accessSync(file, constants.R_OK | constants.W_OK);
}

async function setUp(database: Database.Database): Promise<void> {
  try {
    // Readers and the writer do not wait for each other.
    await whileBusy(() => database.exec('pragma journal_mode = wal'));
    // A commit is on the disk before it is reported: what was accepted survives a power cut, not only a kill. SQLite
    // would wait for the disk at every commit and stop the process meanwhile, so `DiskFlush` does it.
    database.exec('pragma synchronous = normal');
    // What is erased is overwritten in the file, not only unlinked.
    database.exec('pragma secure_delete = on');
  } catch (error) {
    database.close();
    throw error;
  }
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
