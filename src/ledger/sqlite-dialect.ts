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
import type { DiskFlush } from './disk-flush.ts';
import { whileBusy } from './patience.ts';

/**
 * SQLite for several connections to one file. Every statement runs in a transaction that has the right to write from
 * its beginning, for two reasons. SQLite begins as a reader otherwise, and fails at the first write when another
 * connection wrote in between. And `libsql` 0.5 never resets a prepared statement that met a busy file: it stays open,
 * and whatever that connection writes afterwards is reported as written and never committed. So waiting happens here
 * alone, in `exec`, which resets.
 */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #parts: Parts;

  /** @param flush of the log of changes, so that a commit is on the disk before it is reported */
  constructor(database: Database.Database, flush: DiskFlush) {
    super({ database });
    this.#parts = { database, flush, turns: new Turns() };
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#parts);
  }
}

interface Parts {
  readonly database: Database.Database;
  readonly flush: DiskFlush;
  readonly turns: Turns;
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #parts: Parts;
  readonly #transactions = new WeakMap<DatabaseConnection, EndTurn>();
  #shared: Promise<DatabaseConnection> | undefined;

  constructor(parts: Parts) {
    super({ database: preparedOnce(parts.database) });
    this.#parts = parts;
  }

  /** All share the one handle: each statement and each transaction waits for its turn, none for another's disk. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#shared ??= super.acquireConnection();
    return new SharedConnection(await this.#shared, this.#parts, this.#transactions);
  }

  override async releaseConnection(): Promise<void> {}

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const { turns, database } = this.#parts;
    this.#transactions.set(connection, await turns.begin(database));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { database, flush } = this.#parts;
    database.exec('commit');
    this.#end(connection);
    await flush.flushed();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Where only the flush failed, the turn is over.
    if (!this.#transactions.has(connection)) return;
    try {
      if (this.#parts.database.inTransaction) this.#parts.database.exec('rollback');
    } finally {
      this.#end(connection);
    }
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    await this.#parts.flush.close();
  }

  #end(connection: DatabaseConnection): void {
    this.#transactions.get(connection)?.();
    this.#transactions.delete(connection);
  }
}

class SharedConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #parts: Parts;
  readonly #transactions: WeakMap<DatabaseConnection, EndTurn>;

  constructor(
    connection: DatabaseConnection,
    parts: Parts,
    transactions: WeakMap<DatabaseConnection, EndTurn>,
  ) {
    this.#connection = connection;
    this.#parts = parts;
    this.#transactions = transactions;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transactions.has(this)) return this.#connection.executeQuery<Row>(query);
    const { database, turns, flush } = this.#parts;
    const end = await turns.begin(database);
    const result = await this.#runAlone<Row>(query).finally(end);
    if (!SelectQueryNode.is(query.query)) await flush.flushed();
    return result;
  }

  async #runAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { database } = this.#parts;
    try {
      const result = await this.#connection.executeQuery<Row>(query);
      database.exec('commit');
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('rollback');
      throw error;
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read in pages: a stream would hold the file against every other connection.');
  }
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

/** Lets the next one have the connection. */
type EndTurn = () => void;

/** One after the other, in the order of asking. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for a turn, and for the right to write. */
  async begin(database: Database.Database): Promise<EndTurn> {
    const before = this.#last;
    let end: EndTurn = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    try {
      await whileBusy(() => database.exec('begin immediate'));
      return end;
    } catch (error) {
      end();
      throw error;
    }
  }
}
