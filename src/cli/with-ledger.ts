import { type Ledger, LedgerError } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';

/** Opens the ledger, acts, and closes it. What the database cannot do ends the command with its reason. */
export async function withLedger(
  open: () => Promise<Ledger>,
  act: (ledger: Ledger) => Promise<void>,
): Promise<void> {
  const ledger = await open();
  try {
    await act(ledger);
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    await ledger.close();
  }
}
