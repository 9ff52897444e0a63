import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Availability } from './availability.ts';
import type { ConnectionTrust } from './connection-trust.ts';
import { ConnectionLost, LedgerFailure } from './ledger-error.ts';
import { isRefusal, knownReason, saysConnectionIsGone } from './postgres-reason.ts';

/** A server that starts again is back within a second or two; until then it refuses connections. */
const KNOCK_FOR_MS = 1_500;
const KNOCK_EVERY_MS = 250;

const SILENT = 'the server does not answer. See whether it runs, and whether the network lets it through.';
const LOST = 'the connection was lost. See whether the server runs.';

/** A server, and how long one statement or transaction may take on it. */
export interface PostgresServer {
  readonly pool: Pool;
  readonly trust: ConnectionTrust;
  /** Host and database, for people. */
  readonly place: string;
  /** For one statement or transaction, with the time it takes to connect, in milliseconds. */
  readonly limitMs: number;
  /** Where somebody waits: who found the server away spares the next ones the waiting. @default everybody waits */
  readonly availability?: Availability;
}

/** What goes with a statement. */
export interface QueryOptions {
  readonly parameters?: readonly unknown[];
  /** Hears what the server has to say meanwhile. */
  readonly onNotice?: (notice: { readonly detail?: string | undefined }) => void;
}

/**
 * One connection of the pool, for one statement or one transaction. It is cut when its time is up: the driver's own
 * time limit (`query_timeout`) gives up on a statement, but leaves the connection busy with it.
 */
export class PostgresLease {
  readonly #client: PoolClient;
  readonly #server: PostgresServer;
  readonly #timer: NodeJS.Timeout;
  readonly #noticeLoss = (): void => {
    this.#isLost = true;
    this.#server.trust.tellLost(this.#client);
  };
  #isLost = false;
  #isLate = false;
  #isReleased = false;

  private constructor(client: PoolClient, server: PostgresServer, leftMs: number) {
    this.#client = client;
    this.#server = server;
    // An error of a connection in use that nobody listens to ends the process.
    client.on('error', this.#noticeLoss);
    this.#timer = setTimeout(() => this.#cut(), leftMs);
  }

  /** Connects. Rejects with {@link LedgerFailure} when the server is away, or with its refusal. */
  static async take(server: PostgresServer): Promise<PostgresLease> {
    const { availability, place, limitMs } = server;
    if (availability?.isAway()) throw new LedgerFailure(place, SILENT);
    const began = performance.now();
    try {
      const client = await connect(server, began);
      return new PostgresLease(client, server, Math.max(0, limitMs - (performance.now() - began)));
    } catch (error) {
      if (isRefusal(error)) throw error;
      availability?.tellAway();
      throw new LedgerFailure(place, knownReason(error) ?? otherReason(error), error);
    }
  }

  /**
   * Rejects with {@link ConnectionLost}, {@link LedgerFailure}, or what PostgreSQL says is wrong with the statement.
   */
  async query(
    sql: string,
    { parameters = [], onNotice = () => undefined }: QueryOptions = {},
  ): Promise<QueryResult> {
    this.#client.on('notice', onNotice);
    try {
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      throw this.#explain(error);
    } finally {
      this.#client.off('notice', onNotice);
    }
  }

  /** Gives the connection back. One that failed is closed: the server then takes back what was begun on it. */
  end({ failed }: { readonly failed: boolean }): void {
    clearTimeout(this.#timer);
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#client.release(failed);
    // The server may still say something to one that is being closed.
    if (!failed) this.#client.off('error', this.#noticeLoss);
  }

  #cut(): void {
    this.#isLate = true;
    this.#server.availability?.tellAway();
    this.end({ failed: true });
  }

  #explain(error: unknown): unknown {
    const { place, trust } = this.#server;
    if (this.#isLate) return new LedgerFailure(place, SILENT, error);
    if (this.#isLost || saysConnectionIsGone(error)) {
      trust.tellLost(this.#client);
      return new ConnectionLost(place, LOST, error);
    }
    const reason = knownReason(error);
    return reason === undefined ? error : new LedgerFailure(place, reason, error);
  }
}

/**
 * The driver gives no code to what it finds itself: that nothing came in time, or that it cannot speak to the server.
 */
function otherReason(error: unknown): string {
  if (!(error instanceof Error) || /timeout|terminated/i.test(error.message)) return SILENT;
  return `${error.message}. Check the server and DATABASE_URL.`;
}

async function connect({ pool, trust }: PostgresServer, began: number): Promise<PoolClient> {
  for (;;) {
    try {
      const client = await pool.connect();
      if (trust.isTrusted(client)) return client;
      // It may still fail while it is closed; without a listener that ends the process.
      client.on('error', () => undefined);
      client.release(true);
      continue;
    } catch (error) {
      const isWorthwhile = !pool.ending && !isRefusal(error) && performance.now() - began < KNOCK_FOR_MS;
      if (!isWorthwhile) throw error;
    }
    await sleep(KNOCK_EVERY_MS);
  }
}
