import { CommanderError } from 'commander';
import { amount } from '../amount.ts';
import { TookTooLongError } from '../answer/index.ts';
import { ConfigError } from '../config.ts';
import { CorpusError, UnreachableFileError } from '../corpus/index.ts';
import { EncoderError } from '../encoder/index.ts';
import { CommandError } from './command-error.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

/** Tells why a command failed, and sets the exit code. */
export function reportFailure(error: unknown, terminal: Terminal): void {
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
