import type { Readable } from 'node:stream';
import type { OutputStream } from './output-stream.ts';
import type { TextOutput } from './text-output.ts';

/** The process itself: only the entry files know it. */
export interface ProcessTerminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** 0 done, 1 a problem was found or met, 2 the command or a setting was wrong. Takes effect when the command ends. */
  setExitCode(code: 0 | 1 | 2): void;
  /** Resolves when the process is asked to end (Ctrl-C, a supervisor's signal). Asked once more, it ends at once. */
  untilStopped(): Promise<void>;
  /** Ends the process after so many milliseconds with the exit code that is set, whatever still runs then. */
  endWithin(ms: number): void;
}

/** The process as a command sees it. */
export interface Terminal extends ProcessTerminal {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  /** The workspace that the command is about, by its id. @default the bot as a whole */
  readonly workspace?: string;
}
