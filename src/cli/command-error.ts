/** A command that cannot go on, for a reason a person can mend. The message says what failed and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
