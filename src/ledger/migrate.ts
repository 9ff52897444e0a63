import { type Kysely, sql, type Transaction } from 'kysely';
import type { LedgerConnection } from './ledger-connection.ts';
import { LedgerError } from './ledger-error.ts';
import { createQuestions } from './migrations/0001-questions.ts';
import { createDesk } from './migrations/0002-desk.ts';
import { closeComplaints } from './migrations/0003-closed-complaints.ts';
import { countAttempts } from './migrations/0004-attempts.ts';
import { addCallIds } from './migrations/0005-call-ids.ts';
import { keepNoStatistics } from './migrations/0006-no-statistics.ts';
import { tellWorkUnderWay } from './migrations/0007-work-under-way.ts';
import { keepConfidence } from './migrations/0008-confidence.ts';
import { indexThreads } from './migrations/0009-threads.ts';
import { keepShownWords } from './migrations/0010-shown-words.ts';
import { keepReviews } from './migrations/0011-reviews.ts';
import { keepRecalls } from './migrations/0012-recalls.ts';
import { keepWaiting } from './migrations/0013-waiting-questions.ts';
import { keepDrafts } from './migrations/0014-gap-desk.ts';
import { keepReplyFrames } from './migrations/0015-reply-frames.ts';
import { keepInstallations } from './migrations/0016-installations.ts';
import { keepDeliveryCalls } from './migrations/0017-delivery-calls.ts';
import type { Tables } from './tables.ts';

/** One step of the tables from an older factdesk to a newer one. */
interface Migration {
  readonly name: string;
  up(database: Transaction<Tables>, kind: LedgerConnection['kind']): Promise<void>;
}

/** Forward only, in this order. One that was released is never changed: write the next. */
const MIGRATIONS: readonly Migration[] = [
  { name: '0001-questions', up: createQuestions },
  { name: '0002-desk', up: createDesk },
  { name: '0003-closed-complaints', up: closeComplaints },
  { name: '0004-attempts', up: countAttempts },
  { name: '0005-call-ids', up: addCallIds },
  { name: '0006-no-statistics', up: keepNoStatistics },
  { name: '0007-work-under-way', up: tellWorkUnderWay },
  { name: '0008-confidence', up: keepConfidence },
  { name: '0009-threads', up: indexThreads },
  { name: '0010-shown-words', up: keepShownWords },
  { name: '0011-reviews', up: keepReviews },
  { name: '0012-recalls', up: keepRecalls },
  { name: '0013-waiting-questions', up: keepWaiting },
  { name: '0014-gap-desk', up: keepDrafts },
  { name: '0015-reply-frames', up: keepReplyFrames },
  { name: '0016-installations', up: keepInstallations },
  { name: '0017-delivery-calls', up: keepDeliveryCalls },
];

/** The version of the tables that this code knows: its last migration. */
export function newestSchema(): string {
  return MIGRATIONS.at(-1)?.name ?? '';
}

/** Whether this code knows the tables that a migration left. */
export function isKnownSchema(last: string): boolean {
  return MIGRATIONS.some(({ name }) => name === last);
}

/** Any number that nothing else in a newsroom's database locks; PostgreSQL knows advisory locks by number alone. */
const MIGRATION_LOCK = 7_240_115_081;

/** Whether the tables are those that this code knows. */
export async function isMigrated(database: Kysely<Tables>): Promise<boolean> {
  const rows = await database.selectFrom('migrations').select('name').execute();
  const done = new Set(rows.map(({ name }) => name));
  return MIGRATIONS.every(({ name }) => done.has(name)) && rows.length === MIGRATIONS.length;
}

/**
 * Brings the tables to what this code knows, all or nothing. Safe when several copies of the bot start at once: they
 * take turns. A copy of an older version that runs meanwhile goes on: a migration adds, and takes nothing away. Throws
 * {@link LedgerError} when a newer factdesk has been here, and the database's error when it fails.
 */
export async function migrate(database: Kysely<Tables>, kind: LedgerConnection['kind']): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await takeTurn(transaction, kind);
    await migrateWithin(transaction, kind);
  });
}

/**
 * The same within a transaction, whose turn it is. Of tables that are not there yet, those of an older version may be
 * made: as its last migration left them.
 */
export async function migrateWithin(
  transaction: Transaction<Tables>,
  kind: LedgerConnection['kind'],
  last = newestSchema(),
): Promise<void> {
  await transaction.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .execute();
  const rows = await transaction.selectFrom('migrations').select('name').orderBy('name').execute();
  const done = new Set(rows.map(({ name }) => name));
  refuseNewer(done);
  for (const { name, up } of MIGRATIONS) {
    if (!done.has(name)) {
      await up(transaction, kind);
      await transaction.insertInto('migrations').values({ name }).execute();
    }
    if (name === last) return;
  }
}

/** A SQLite transaction of ours is alone from its beginning; PostgreSQL must be asked. */
export async function takeTurn(
  transaction: Transaction<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
}

function refuseNewer(done: ReadonlySet<string>): void {
  const newer = [...done].find((name) => MIGRATIONS.every((known) => known.name !== name));
  if (newer === undefined) return;
  throw new LedgerError(
    `a newer factdesk has written it (migration "${newer}", unknown to this version). ` +
      'Update factdesk, or give this one a ledger of its own.',
  );
}
