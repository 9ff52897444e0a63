import { Command } from 'commander';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import { type FiledDraft, fileDrafts, type Ledger, LedgerError } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import { escapeLine } from './escape-controls.ts';
import type { Terminal } from './terminal.ts';

/**
 * `factdesk desk`: what is left to do of facts that the desk wrote in Slack. `open` gives the ledger, or undefined
 * where the bot never ran.
 */
export function deskCommand(terminal: Terminal, open: () => Promise<Ledger | undefined>): Command {
  const desk = new Command('desk').description('Facts that the desk wrote in Slack.');
  desk.addCommand(
    new Command('write')
      .description('Write signed facts into their sheet that could not be written when they were signed.')
      .action(() => write(terminal, open)),
  );
  return desk;
}

async function write(
  { env, stdout, setExitCode }: Terminal,
  open: () => Promise<Ledger | undefined>,
): Promise<void> {
  const { facts, deskSheet: sheet } = readConfig(env);
  const ledger = await open();
  try {
    const filed = ledger === undefined ? [] : await fileDrafts(ledger, { facts, sheet });
    const written = filed.filter(({ filing }) => filing.kind === 'written');
    stdout.write([...filed.map(renderFiled), summary(written.length, filed.length), ''].join('\n'));
    if (written.length < filed.length) setExitCode(1);
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    await ledger?.close();
  }
}

function renderFiled({ draft, filing }: FiledDraft): string {
  const what =
    filing.kind === 'written'
      ? `${filing.file}: ${draft.factId} is written.`
      : `${filing.file}: ${draft.factId} is not written: ${filing.why}.`;
  return escapeLine(what);
}

function summary(written: number, all: number): string {
  if (all === 0) return 'No signed fact waits to be written.';
  return written === all
    ? `Written: ${amount(written, 'fact')}. A bot that runs tells those who asked.`
    : `Written: ${written} of ${amount(all, 'fact')}. The others are kept: mend what is wrong, and run this again.`;
}
