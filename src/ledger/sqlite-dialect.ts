import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type Database from 'libsql';
import { whileBusy } from './patience.ts';

/**
 * SQLite for several connections to one file. Every statement runs in a transaction that has the right to write from
 * its beginning, for two reasons. SQLite begins as a reader otherwise, and fails at the first write when another
 * connection wrote in between. And `libsql` 0.5 never resets a prepared statement that met a busy file: it stays open,
 * and whatever that connection writes afterwards is reported as written and never committed. So waiting happens here
 * alone, in `exec`, which resets.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#database);
  }
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new SharedConnection(this.#database, await super.acquireConnection());
  }

  override async beginTransaction(): Promise<void> {
    await whileBusy(() => this.#database.exec('begin immediate'));
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  override async rollbackTransaction(): Promise<void> {
    this.#database.exec('rollback');
  }
}

class SharedConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #connection: DatabaseConnection;

  constructor(database: Database.Database, connection: DatabaseConnection) {
    this.#database = database;
    this.#connection = connection;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#database.inTransaction) return this.#connection.executeQuery<Row>(query);
    await whileBusy(() => this.#database.exec('begin immediate'));
    try {
      const result = await this.#connection.executeQuery<Row>(query);
      this.#database.exec('commit');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read in pages: a stream would hold the file against every other connection.');
  }
}
