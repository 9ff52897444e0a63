import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { amount } from '../amount.ts';
import { TookTooLongError } from '../answer/index.ts';
import { ConfigError } from '../config.ts';
import { CorpusError, UnreachableFileError } from '../corpus/index.ts';
import { EncoderError } from '../encoder/index.ts';
import { archiveCommand } from './archive.ts';
import { askCommand } from './ask.ts';
import { checkCommand } from './check.ts';
import { CommandError } from './command-error.ts';
import { encoderCommand } from './encoder-command.ts';
import { evalCommand } from './eval.ts';
import { guardTerminal } from './guard-terminal.ts';
import { importCommand } from './import.ts';
import { indexCommand } from './index-archive.ts';
import { ledgerCommand } from './ledger-command.ts';
import { openConfiguredLedger } from './open-configured-ledger.ts';
import { problemLine } from './problem-line.ts';
import { serveCommand } from './serve.ts';
import type { ProcessTerminal, Terminal } from './terminal.ts';

/** Runs one command line, without the names of interpreter and script. Never throws; sets the exit code. */
export async function runCommandLine(words: readonly string[], process: ProcessTerminal): Promise<void> {
  const terminal = guardTerminal(process);
  const program = new Command('factdesk')
    .description('Quoted, sourced answers from the facts on file.')
    .helpCommand(false)
    .addCommand(askCommand(terminal))
    .addCommand(checkCommand(terminal))
    .addCommand(importCommand(terminal))
    .addCommand(archiveCommand(terminal))
    .addCommand(indexCommand(terminal))
    .addCommand(serveCommand(terminal))
    .addCommand(evalCommand(terminal))
    .addCommand(encoderCommand(terminal))
    .addCommand(ledgerCommand(terminal, () => openConfiguredLedger(terminal)));
  prepare(program, terminal);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    report(error, terminal);
  }
}

/** Commander must neither print to the real process nor end it. */
function prepare(command: Command, terminal: Terminal): void {
  const { stdout, stderr } = terminal;
  command
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(--help tells how it is used)')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    });
  for (const subcommand of command.commands) prepare(subcommand, terminal);
}

function report(error: unknown, terminal: Terminal): void {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) terminal.setExitCode(2);
    return;
  }
  terminal.setExitCode(exitCodeOf(error));
  terminal.stderr.write(`${tellApart(error)}\n`);
}

/** A supervisor need not start again what no start can mend. */
function exitCodeOf(error: unknown): 1 | 2 {
  if (error instanceof ConfigError) return 2;
  return error instanceof CommandError ? error.exitCode : 1;
}

/** What a person can mend is told plainly; what nobody expected keeps its trace. */
function tellApart(error: unknown): string {
  if (error instanceof CorpusError) {
    return `${error.problems.map(problemLine).join('')}${amount(error.problems.length, 'problem')} in the corpus.`;
  }
  const isForPeople =
    error instanceof CommandError ||
    error instanceof ConfigError ||
    error instanceof EncoderError ||
    error instanceof TookTooLongError ||
    error instanceof UnreachableFileError;
  if (isForPeople) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
