import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, LedgerFailure } from './ledger-error.ts';
import { PostgresLease, type PostgresServer } from './postgres-lease.ts';

/** Every table from which people, or words, are erased. */
const TABLES = [
  'questions',
  'deliveries',
  'direct_messages',
  'choices',
  'feedback',
  'desk_questions',
  'reviews',
  'recalls',
  'recall_rows',
  'reply_frames',
  'fact_versions',
] as const;

/** Whoever holds a table longer than this may hold it for hours (a backup), and everybody else would wait behind us. */
const LOCK_MS = 1_000;

/** Transactions of the bot itself are over long before. */
const TRY_FOR_MS = 5_000;
const TRY_EVERY_MS = 250;

const BY_HAND = `VACUUM FULL ${TABLES.join(', ')}`;
const NOT_ALLOWED = `this user may not run VACUUM. Have the owner of the tables run: ${BY_HAND}`;
const TOO_LARGE =
  'the tables are too large to be closed to everybody while the bot is at work. ' +
  `Run at a quiet hour: ${BY_HAND}`;
const HELD =
  'another session holds the tables, or still sees an older state of them. Try again when it has ended.';

/**
 * Writes the tables anew without what was erased: PostgreSQL keeps old versions of rows, and a plain VACUUM frees their
 * room without overwriting it. Others wait meanwhile, for `pauseMs` at a table. Gives why that was not possible, or
 * null.
 */
export async function rewriteTables(server: PostgresServer, pauseMs: number): Promise<string | null> {
  const lease = await PostgresLease.take(server);
  try {
    await lease.query(`set lock_timeout = ${LOCK_MS}`);
    await lease.query(`set statement_timeout = ${pauseMs}`);
    for (const table of TABLES) {
      const reason = await rewriteSoon(lease, table);
      if (reason !== null) return reason;
    }
    return null;
  } finally {
    // What was set goes with the connection.
    lease.end({ failed: true });
  }
}

async function rewriteSoon(lease: PostgresLease, table: string): Promise<string | null> {
  const began = performance.now();
  for (;;) {
    const reason = await rewrite(lease, table);
    if (reason !== HELD || performance.now() - began > TRY_FOR_MS) return reason;
    await sleep(TRY_EVERY_MS);
  }
}

async function rewrite(lease: PostgresLease, table: string): Promise<string | null> {
  let kept = 0;
  try {
    const before = await fileOf(lease, table);
    await lease.query(`vacuum (full, verbose) ${table}`, {
      onNotice: ({ detail = '' }) => {
        // "3 dead row versions cannot be removed yet", in the language of the server.
        kept += Number(/\d+/.exec(detail)?.[0] ?? 0);
      },
    });
    // It is skipped with a mere warning where the user may not.
    if ((await fileOf(lease, table)) === before) return NOT_ALLOWED;
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    switch (codeOf(error.cause)) {
      case '55P03':
        return HELD;
      case '57014':
        return TOO_LARGE;
      default:
        throw error;
    }
  }
  return kept > 0 ? HELD : null;
}

async function fileOf(lease: PostgresLease, table: string): Promise<unknown> {
  const { rows } = await lease.query('select pg_relation_filenode($1::regclass) as file', {
    parameters: [table],
  });
  const [row]: readonly { readonly file?: unknown }[] = rows;
  return row?.file;
}
