import { amount } from '../amount.ts';
import { type Ledger, LedgerError } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/** Opens the ledger; undefined where the bot never ran. */
export type OpenLedger = () => Promise<Ledger | undefined>;

/** Erases from the ledger what was shown of articles, and gives what it did in a line. Rejects with a CommandError. */
export async function eraseFromLedger(
  open: OpenLedger,
  uris: readonly string[],
  {
    dryRun,
    terminal,
  }: { readonly dryRun: boolean; readonly terminal: Pick<Terminal, 'stderr' | 'setExitCode'> },
): Promise<string> {
  const ledger = await open();
  if (ledger === undefined) return 'There is no ledger: nothing of it was ever shown.';
  try {
    const { counts, stillOnDisk } = await ledger.eraseArticles(uris, { dryRun });
    if (stillOnDisk !== null) {
      terminal.stderr.write(`The ledger's disk still holds its words: ${stillOnDisk}\n`);
      terminal.setExitCode(1);
    }
    const what = `the words of ${amount(counts.versions, 'quote')} that were shown`;
    return `${dryRun ? 'Would erase' : 'Erased'} from the ledger ${what}. Who was shown them stays on record.`;
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    await ledger.close();
  }
}
