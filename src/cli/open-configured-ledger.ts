import { readConfig } from '../config.ts';
import type { Ledger } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/** Opens the ledger that the settings name. Rejects with ConfigError, or CommandError when it cannot be opened. */
export async function openConfiguredLedger({ env, now }: Terminal): Promise<Ledger> {
  const { data, databaseUrl } = readConfig(env);
  const { LedgerError, openLedger } = await import('../ledger/index.ts');
  try {
    return await openLedger({ directory: data, ...(databaseUrl !== undefined && { databaseUrl }), now });
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  }
}
