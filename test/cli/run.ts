import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/program.ts';

/** What a person at the terminal has after a command ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface Circumstances {
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: Date;
  /** Instead of `now`, for commands that measure time. */
  readonly clock?: () => Date;
}

/** A copy of the project's sheets that no desk corrects. */
const FROZEN_SHEETS = 'test/fixtures/facts';

/** Runs the real command line with its own streams in place of the process's, over sheets that stay as they are. */
export async function run(words: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  const { stdin = '', isTTY = false, env = {}, now = new Date('2026-11-22T12:00:00Z') } = circumstances;
  const written = { stdout: '', stderr: '' };
  let exitCode = 0;
  await runCommandLine(words, {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY }),
    stdout: { isTTY, columns: 80, write: (text) => (written.stdout += text) },
    stderr: { isTTY, columns: 80, write: (text) => (written.stderr += text) },
    env: { FACTDESK_FACTS: FROZEN_SHEETS, ...env },
    now: circumstances.clock ?? (() => now),
    setExitCode: (code) => {
      exitCode = code;
    },
    untilStopped: async () => {},
    endWithin: () => {},
  });
  return { ...written, exitCode };
}
