import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { QueryResult as PgResult } from 'pg';
import { PostgresLease, type PostgresServer } from './postgres-lease.ts';
import { repeatOnce } from './repeat-once.ts';

/** What a server is reached by, and how it is let go of. */
export interface PostgresAccess {
  readonly server: PostgresServer;
  /** Ends every connection. */
  readonly end: () => Promise<void>;
}

/**
 * PostgreSQL whose connections may go at any moment. A statement outside a transaction is sent once more when its
 * connection was lost, so it must come to the same when it is done twice. What stands in a transaction is not repeated
 * here: see `transact`.
 */
export class LeasingPostgresDialect extends PostgresDialect {
  readonly #access: PostgresAccess;

  constructor(access: PostgresAccess) {
    super({ pool: access.server.pool });
    this.#access = access;
  }

  override createDriver(): Driver {
    return new LeasingDriver(this.#access);
  }
}

class LeasingDriver implements Driver {
  readonly #access: PostgresAccess;
  readonly #leases = new WeakMap<DatabaseConnection, PostgresLease>();

  constructor(access: PostgresAccess) {
    this.#access = access;
  }

  async init(): Promise<void> {}

  /** Nothing is connected yet: a statement alone is repeated on another connection. */
  async acquireConnection(): Promise<DatabaseConnection> {
    return new LeasedConnection(this.#access.server, this.#leases);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#end(connection, { failed: true });
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const lease = await PostgresLease.take(this.#access.server);
    this.#leases.set(connection, lease);
    const { isolationLevel } = settings;
    await lease.query(isolationLevel === undefined ? 'begin' : `begin isolation level ${isolationLevel}`);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#leases.get(connection)?.query('commit');
    this.#end(connection, { failed: false });
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#end(connection, { failed: true });
  }

  async destroy(): Promise<void> {
    await this.#access.end();
  }

  #end(connection: DatabaseConnection, how: { readonly failed: boolean }): void {
    this.#leases.get(connection)?.end(how);
    this.#leases.delete(connection);
  }
}

class LeasedConnection implements DatabaseConnection {
  readonly #server: PostgresServer;
  readonly #leases: WeakMap<DatabaseConnection, PostgresLease>;

  constructor(server: PostgresServer, leases: WeakMap<DatabaseConnection, PostgresLease>) {
    this.#server = server;
    this.#leases = leases;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const lease = this.#leases.get(this);
    if (lease !== undefined) return toResult(await lease.query(sql, { parameters }));
    return repeatOnce(async () => toResult<Row>(await this.#alone(sql, parameters)));
  }

  async #alone(sql: string, parameters: readonly unknown[]): Promise<PgResult> {
    const lease = await PostgresLease.take(this.#server);
    let failed = true;
    try {
      const result = await lease.query(sql, { parameters });
      failed = false;
      return result;
    } finally {
      lease.end({ failed });
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read in pages: a stream would hold a connection for as long as its reader takes.');
  }
}

function toResult<Row>({ command, rowCount, rows }: PgResult): QueryResult<Row> {
  const changes = ['INSERT', 'UPDATE', 'DELETE'].includes(command);
  return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
}
