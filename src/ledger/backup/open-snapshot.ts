import type { LedgerPlace } from '../open-ledger.ts';
import { hasLedgerFile } from '../sqlite-database.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';
import { openSqliteSnapshot } from './sqlite-snapshot.ts';

/**
 * Opens the ledger as it is at this moment, to read all of it while the bot goes on; it is left as it is, an older one
 * too. Undefined where no ledger was kept yet. Rejects with `LedgerError`.
 */
export async function openSnapshot({
  databaseUrl,
  directory,
}: LedgerPlace): Promise<LedgerSnapshot | undefined> {
  if (databaseUrl === undefined) return hasLedgerFile(directory) ? openSqliteSnapshot(directory) : undefined;
  // The driver is loaded by those who have a server.
  const { openPostgresSnapshot } = await import('./postgres-snapshot.ts');
  return openPostgresSnapshot(databaseUrl);
}
