import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SelectQueryNode,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type Database from 'libsql';
import type { SqliteFile, SqlitePatience } from './sqlite-file.ts';
import type { EndTurn } from './turns.ts';

/**
 * SQLite for several connections to one file. Every statement runs in a transaction that has the right to write from
 * its beginning, for two reasons. SQLite begins as a reader otherwise, and fails at the first write when another
 * connection wrote in between. And `libsql` 0.5 never resets a prepared statement that met a busy file: it stays open,
 * and whatever that connection writes afterwards is reported as written and never committed. So waiting happens only
 * in `exec`, which resets.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile;
  readonly #patience: SqlitePatience;

  constructor(file: SqliteFile, patience: SqlitePatience) {
    super({ database: file.database });
    this.#file = file;
    this.#patience = patience;
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#file, this.#patience);
  }
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #file: SqliteFile;
  readonly #patience: SqlitePatience;
  readonly #transactions = new WeakMap<DatabaseConnection, EndTurn>();
  #shared: Promise<DatabaseConnection> | undefined;

  constructor(file: SqliteFile, patience: SqlitePatience) {
    super({ database: preparedOnce(file.database) });
    this.#file = file;
    this.#patience = patience;
  }

  /** All share the one handle: each statement and each transaction waits for its turn, none for another's disk. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#shared ??= super.acquireConnection();
    const parts = { file: this.#file, patience: this.#patience, transactions: this.#transactions };
    return new SharedConnection(await this.#shared, parts);
  }

  override async releaseConnection(): Promise<void> {}

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#transactions.set(connection, await this.#file.begin(this.#patience));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      this.#file.database.exec('commit');
    } catch (error) {
      throw this.#file.explain(error);
    }
    this.#end(connection);
    await this.#file.written();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Where only the way to the disk failed, the turn is over.
    if (!this.#transactions.has(connection)) return;
    try {
      rollBack(this.#file.database);
    } finally {
      this.#end(connection);
    }
  }

  override async destroy(): Promise<void> {
    await this.#file.close();
  }

  #end(connection: DatabaseConnection): void {
    this.#transactions.get(connection)?.();
    this.#transactions.delete(connection);
  }
}

interface Parts {
  readonly file: SqliteFile;
  readonly patience: SqlitePatience;
  readonly transactions: WeakMap<DatabaseConnection, EndTurn>;
}

class SharedConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #parts: Parts;

  constructor(connection: DatabaseConnection, parts: Parts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { file, patience, transactions } = this.#parts;
    try {
      if (transactions.has(this)) return await this.#connection.executeQuery<Row>(query);
      const end = await file.begin(patience);
      const result = await this.#runAlone<Row>(query).finally(end);
      if (!SelectQueryNode.is(query.query)) await file.written();
      return result;
    } catch (error) {
      throw file.explain(error);
    }
  }

  async #runAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { database } = this.#parts.file;
    try {
      const result = await this.#connection.executeQuery<Row>(query);
      database.exec('commit');
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read in pages: a stream would hold the file against every other connection.');
  }
}

/** A full or broken disk has SQLite roll back by itself. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec('rollback');
}

/** The same statements come with every question: preparing one takes longer than running it. */
function preparedOnce(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close() {
      statements.clear();
      database.close();
    },
    prepare(sql) {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
  };
}
