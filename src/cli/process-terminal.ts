import { config as loadDotenv } from 'dotenv';
import type { ProcessTerminal } from './terminal.ts';
import { visibleText } from './visible-text.ts';

/** The terminal of this very process, with the variables of a `.env` file beside it added to the environment. */
export function openProcessTerminal(): ProcessTerminal {
  loadDotenv({ quiet: true });
  // The socket client can fail outside every promise of ours; promises that nobody waits for come here, too. A bot
  // that stays up deaf is worse than one that its supervisor starts again, so the process ends.
  process.on('uncaughtException', (reason) => {
    process.stderr.write(
      visibleText(`factdesk stops after an unexpected failure: ${describeFailure(reason)}\n`),
    );
    process.exit(1);
  });
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

function describeFailure(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
