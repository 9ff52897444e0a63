import { createAvailability } from './availability.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import { cannotOpen, LedgerError } from './ledger-error.ts';
import { LeasingPostgresDialect } from './postgres-dialect.ts';
import { PostgresLease } from './postgres-lease.ts';
import { openPool } from './postgres-pool.ts';
import { knownReason } from './postgres-reason.ts';
import { rewriteTables } from './postgres-rewrite.ts';

/**
 * Where somebody waits. A reply takes three short writes; five connections serve far more askers at once than a
 * newsroom has. A write takes milliseconds: after two and a half seconds something is wrong, and the asker is told. It
 * must be less than the three seconds that Slack gives for a form.
 */
const PROMPT = { connections: 5, connectMs: 2_500, statementMs: 2_000, limitMs: 2_500 };

/**
 * Where nobody waits in Slack: changes to tables, erasing, counts and exports, which on a large ledger take their time.
 */
const PATIENT = { connections: 2, connectMs: 5_000, statementMs: 600_000, limitMs: 610_000 };

/** A server in the cloud that sleeps while nobody asks takes some seconds to wake up. */
const KNOCK_MS = 5_000;

/** The PostgreSQL database at that address; nothing is sent yet. Throws {@link LedgerError}. */
export function openPostgres(databaseUrl: string): LedgerConnection {
  const url = parseAddress(databaseUrl);
  const place = `at ${url.host}${url.pathname} (DATABASE_URL)`;
  const prompt = openPool({ ...PROMPT, databaseUrl, place, availability: createAvailability() });
  const patient = openPool({ ...PATIENT, databaseUrl, place });
  return {
    kind: 'postgres',
    async knock() {
      const lease = await PostgresLease.take({ ...patient.server, limitMs: KNOCK_MS });
      await lease.query('select 1').finally(() => lease.end({ failed: false }));
    },
    dialect: new LeasingPostgresDialect(prompt),
    patientDialect: new LeasingPostgresDialect(patient),
    explain: (error) => cannotOpen(place, knownReason(error) ?? unexpected(error), error),
    scrub: ({ pauseMs }) => rewriteTables(patient.server, pauseMs),
  };
}

function parseAddress(databaseUrl: string): URL {
  // The address is not repeated and the error not kept as cause: both hold the password.
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return url;
  throw new LedgerError(
    'DATABASE_URL is not the address of a PostgreSQL database. ' +
      'It must look like postgres://USER:PASSWORD@HOST:5432/DATABASE; ' +
      'without it the ledger is a file in FACTDESK_DATA.',
  );
}

function unexpected(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  return `${error instanceof Error ? error.message : 'unknown reason'}. Check the server and DATABASE_URL.`;
}
