import { BackupError } from '../../backup/index.ts';
import { LedgerError } from '../../ledger/index.ts';
import { CommandError } from '../command-error.ts';

/** Acts; what a back-up or a database cannot do ends the command with its reason. */
export async function forPeople(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    const isForPeople = cause instanceof BackupError || cause instanceof LedgerError;
    throw isForPeople ? new CommandError(cause.message, { cause }) : cause;
  }
}
