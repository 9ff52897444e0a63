/** A command that cannot go on, for a reason a person can mend. The message says what failed and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** 2 where the same command is in vain until a setting is mended: a supervisor need not run it again. */
  readonly exitCode: 1 | 2;

  constructor(
    message: string,
    { exitCode = 1, cause }: { readonly exitCode?: 1 | 2; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
