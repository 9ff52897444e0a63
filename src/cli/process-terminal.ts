import { config as loadDotenv } from 'dotenv';
import type { Terminal } from './terminal.ts';

/** The terminal of this very process, with the variables of a `.env` file beside it added to the environment. */
export function openProcessTerminal(): Terminal {
  loadDotenv({ quiet: true });
  // The socket client can fail outside every promise of ours. A bot that stays up deaf is worse than one that its
  // supervisor starts again, so the process ends.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`factdesk stops after an unexpected failure: ${describeFailure(reason)}\n`);
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
