import type { Readable } from 'node:stream';

/** A stream of text, and whether a person looks at it. */
export interface TextOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** The process as a command sees it: only the entry files know the real one. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** 0 done, 1 a problem was found or met, 2 the command or its settings are wrong. Takes effect when the command ends. */
  setExitCode(code: 0 | 1 | 2): void;
  /** Resolves when the process is asked to end (Ctrl-C, a supervisor's signal). */
  untilStopped(): Promise<void>;
  /** Ends the process after so many milliseconds with the exit code that is set, whatever still runs then. */
  endWithin(ms: number): void;
}
