import { constants } from 'node:os';
import { config as loadDotenv } from 'dotenv';
import { escapeText } from './escape-controls.ts';
import type { ProcessTerminal } from './terminal.ts';

/** One Ctrl-C may come twice: the terminal sends it to npm and to us, and npm hands it on. */
const ONE_PRESS_MS = 250;

/** The terminal of this very process, with the variables of a `.env` file beside it added to the environment. */
export function openProcessTerminal(): ProcessTerminal {
  loadDotenv({ quiet: true });
  // Whatever fails outside every promise of ours leaves a bot that may be deaf; promises that nobody waits for come
  // here, too. One that its supervisor starts again is better, so the process ends.
  process.on('uncaughtException', (reason) => {
    process.stderr.write(
      escapeText(`factdesk stops after an unexpected failure: ${describeFailure(reason)}\n`),
    );
    process.exit(1);
  });
  process.stdout.on('error', endOfOutput);
  // With nobody left to tell, what a command does is still worth doing.
  process.stderr.on('error', () => {});
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => new Date(),
    setExitCode: (code) => {
      process.exitCode = code;
    },
    untilStopped,
    endWithin: (ms) => {
      // It keeps nothing alive that is done before.
      setTimeout(() => process.exit(), ms).unref();
    },
  };
}

/** Whoever asks once more is not made to wait for what is under way. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      askedAt ??= performance.now();
      if (performance.now() - askedAt > ONE_PRESS_MS) process.exit(128 + constants.signals[signal]);
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}

/** Whoever reads may have seen enough, as `head` has: nothing is wrong then, and nothing is left to do. */
function endOfOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(
    `The output cannot be written (${error.code ?? error.message}). Make room for it and try again.\n`,
  );
  process.exit(1);
}

function describeFailure(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
