import { config as loadDotenv } from 'dotenv';
import { escapeText } from './escape-controls.ts';
import type { ProcessTerminal } from './terminal.ts';

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
    untilStopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
    endWithin: (ms) => {
      // It keeps nothing alive that is done before.
      setTimeout(() => process.exit(), ms).unref();
    },
  };
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
