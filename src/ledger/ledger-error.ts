/**
 * The ledger cannot be opened, read or written. The message says what failed, where, and what to do; it never holds a
 * password, nor anybody's words.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** A ledger that was open cannot be read or written now. */
export class LedgerFailure extends LedgerError {
  /** Why, and what to do; the message says also where. */
  readonly reason: string;

  /** @param cause what the driver threw, if anything */
  constructor(place: string, reason: string, cause?: unknown) {
    super(`The ledger ${place} cannot be used now: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * The connection to the ledger was lost in the middle of something. What was sent may have been done or not; where
 * doing it twice comes to the same as doing it once, it may be tried again.
 */
export class ConnectionLost extends LedgerFailure {}

/** Says which ledger cannot be opened, for a reason that one of the databases gave. */
export function cannotOpen(place: string, reason: string, cause: unknown): LedgerError {
  return new LedgerError(`The ledger ${place} cannot be opened: ${reason}`, { cause });
}

/** The code that Node, SQLite or PostgreSQL gave an error; empty without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
