import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { createConnectionTrust } from './connection-trust.ts';
import type { PostgresAccess } from './postgres-dialect.ts';
import type { PostgresServer } from './postgres-lease.ts';

/** A host that vanished without a word is noticed by asking after it now and then. */
const ASK_AFTER_MS = 10_000;

/** What is under way when the bot ends gets this long; then its connection is cut, so that the process can end. */
const FAREWELL_MS = 2_000;

/** How a server is reached, and how long it may take. */
export interface PoolOptions extends Omit<PostgresServer, 'pool' | 'trust'> {
  readonly databaseUrl: string;
  /** At most so many connections at once. */
  readonly connections: number;
  /** Time to connect, or to wait for a connection that is in use, in milliseconds. */
  readonly connectMs: number;
  /** The server gives up on a statement after this time, in milliseconds: before its connection is cut. */
  readonly statementMs: number;
}

/** Connections to a server; none is made yet. */
export function openPool(options: PoolOptions): PostgresAccess {
  const { databaseUrl, connections, connectMs, statementMs, ...server } = options;
  const sockets = new Set<Socket>();
  const trust = createConnectionTrust();
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    // Where the network broke in the middle, the server lets go of the rows that it holds for us.
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: ASK_AFTER_MS,
    application_name: 'factdesk',
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  });
  // A resting connection that the server closes is replaced by the next query; without a listener it ends the process.
  pool.on('error', (_error, connection) => trust.tellLost(connection));
  pool.on('connect', trust.noteMade);
  return { server: { pool, trust, ...server }, end: () => end(pool, sockets) };
}

/** A server that does not answer does not take leave either. */
async function end(pool: Pool, sockets: ReadonlySet<Socket>): Promise<void> {
  const ended = pool.end();
  const inTime = new AbortController();
  const late = sleep(FAREWELL_MS, undefined, { signal: inTime.signal }).catch(() => undefined);
  await Promise.race([ended, late]);
  inTime.abort();
  for (const socket of sockets) socket.destroySoon();
  await ended;
}
