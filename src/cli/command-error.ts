/**
 * How a command that cannot go on ends: 2 when starting it again changes nothing before a setting is mended, else 1.
 */
export interface CommandErrorOptions extends ErrorOptions {
  /** @default 1 */
  readonly exitCode?: 1 | 2;
}

/** A command that cannot go on, for a reason a person can mend. The message says what failed and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: 1 | 2;

  constructor(message: string, { exitCode = 1, ...options }: CommandErrorOptions = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
