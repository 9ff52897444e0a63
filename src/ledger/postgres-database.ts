import { createAvailability } from './availability.ts';
import type { LedgerConnection } from './ledger-connection.ts';
import { cannotOpen, LedgerError, LedgerFailure } from './ledger-error.ts';
import { LeasingPostgresDialect, type PostgresAccess } from './postgres-dialect.ts';
import { PostgresLease, type PostgresServer } from './postgres-lease.ts';
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

/** Who has the same ledger open bears the same name; two ledgers in one database can be told apart by it. */
const OTHERS = `select count(*)::integer as others from pg_stat_activity
  where datname = current_database() and application_name = current_setting('application_name')
    and pid <> pg_backend_pid()`;

/** A database for work that nobody waits for. */
export interface PatientServer extends PostgresAccess, Pick<LedgerConnection, 'explain'> {}

/** The PostgreSQL database at that address, for work that may take minutes. Throws {@link LedgerError}. */
export function openPatientServer(databaseUrl: string): PatientServer {
  const place = placeOf(databaseUrl);
  return { ...openPool({ ...PATIENT, databaseUrl, place }), explain: explainAt(place) };
}

/** The PostgreSQL database at that address; nothing is sent yet. Throws {@link LedgerError}. */
export function openPostgres(databaseUrl: string): LedgerConnection {
  const place = placeOf(databaseUrl);
  const prompt = openPool({ ...PROMPT, databaseUrl, place, availability: createAvailability() });
  const { explain, ...patient } = openPatientServer(databaseUrl);
  return {
    kind: 'postgres',
    async knock() {
      const lease = await PostgresLease.take({ ...patient.server, limitMs: KNOCK_MS });
      await lease.query('select 1').finally(() => lease.end({ failed: false }));
    },
    dialect: new LeasingPostgresDialect(prompt),
    patientDialect: new LeasingPostgresDialect(patient),
    explain,
    refuseWhileOpen: () => refuseWhileOpen(patient.server),
    scrub: ({ pauseMs }) => rewriteTables(patient.server, pauseMs),
  };
}

async function refuseWhileOpen(server: PostgresServer): Promise<void> {
  const lease = await PostgresLease.take(server);
  const { rows } = await lease.query(OTHERS).finally(() => lease.end({ failed: false }));
  const [row]: readonly { readonly others?: number }[] = rows;
  if (row?.others === 0) return;
  throw new LedgerFailure(
    server.place,
    'another factdesk is connected to it. Stop the bot, every copy of it, and try again.',
  );
}

function explainAt(place: string): LedgerConnection['explain'] {
  return (error) => cannotOpen(place, knownReason(error) ?? unexpected(error), error);
}

function placeOf(databaseUrl: string): string {
  const { host, pathname } = parseAddress(databaseUrl);
  return `at ${host}${pathname} (DATABASE_URL)`;
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
