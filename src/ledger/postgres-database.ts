import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { LedgerConnection } from './ledger-connection.ts';
import { cannotOpen, codeOf, LedgerError } from './ledger-error.ts';

/** A reply takes three short writes; five connections serve far more askers at once than a newsroom has. */
const CONNECTIONS = 5;

/** A server that does not answer a knock for five seconds is away, and the asker should be told. */
const CONNECT_TIMEOUT_MS = 5_000;

/** A write takes milliseconds; after ten seconds something is wrong, and the asker should be told. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** The PostgreSQL database at that address; nothing is sent yet. Throws {@link LedgerError}. */
export function openPostgres(databaseUrl: string): LedgerConnection {
  const url = parseAddress(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'factdesk',
  });
  // A resting connection that the server closes is replaced by the next query; without a listener it ends the process.
  pool.on('error', () => undefined);
  return {
    kind: 'postgres',
    dialect: new PostgresDialect({ pool }),
    explain: (error) => cannotOpen(`at ${url.host}${url.pathname} (DATABASE_URL)`, reasonOf(error), error),
    // PostgreSQL clears away old versions of rows by itself (autovacuum); its user cannot hurry it.
    scrub: async () => undefined,
  };
}

function parseAddress(databaseUrl: string): URL {
  // The address is not repeated and the error not kept as cause: both hold the password.
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return url;
  throw new LedgerError(
    'DATABASE_URL is not the address of a PostgreSQL database. ' +
      'It must look like postgres://USER:PASSWORD@HOST:5432/DATABASE; without it the ledger is a file in FACTDESK_DATA.',
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return 'no server answers there. Start PostgreSQL, or correct host and port.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Correct the host name.';
    case 'ETIMEDOUT':
      return 'the server does not answer. Check host, port and firewall.';
    case '28P01':
    case '28000':
      return 'the server refuses the user. Correct user and password.';
    case '3D000':
      return 'there is no such database. Create it, or correct its name.';
    case '3F000':
      return 'there is no schema to write in. Create the schema that search_path names.';
    case '42501':
      return 'the user may not create tables. Grant CREATE on the schema, or use another user.';
    case '53300':
    case '57P03':
      return 'the server takes no more connections now. Try again soon.';
    default:
      return `${error instanceof Error ? error.message : 'unknown reason'}. Check the server and DATABASE_URL.`;
  }
}
