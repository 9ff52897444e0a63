import type { Config } from '../../config.ts';
import { LedgerError, openLedger } from '../../ledger/index.ts';
import { type Finding, ok, wrong } from './finding.ts';

/** Whether the ledger can be opened and written; an older one is brought up to date, as a start would. */
export async function examineLedger(
  { data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>,
  now: () => Date,
): Promise<Finding> {
  const where = databaseUrl === undefined ? `SQLite in ${data}` : 'PostgreSQL';
  const warnings: string[] = [];
  try {
    const ledger = await openLedger({
      ...{ directory: data, now, warn: (message: string) => warnings.push(message) },
      ...(databaseUrl !== undefined && { databaseUrl }),
    });
    try {
      const key = `doctor ${now().toISOString()}`;
      await ledger.claim(key);
      await ledger.release(key);
      return ok('ledger', `${where}, can be written`);
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const mend =
      databaseUrl === undefined
        ? 'Let the user who runs the bot own FACTDESK_DATA, and make room on its disk.'
        : 'Check DATABASE_URL, and that PostgreSQL runs and takes connections from here.';
    return wrong('ledger', error.message, mend);
  }
}
