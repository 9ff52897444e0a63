/** The ledger cannot be opened. The message says what failed, where, and what to do; it never holds a password. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** Says which ledger cannot be opened, for a reason that one of the databases gave. */
export function cannotOpen(place: string, reason: string, cause: unknown): LedgerError {
  return new LedgerError(`The ledger ${place} cannot be opened: ${reason}`, { cause });
}

/** The code that Node, SQLite or PostgreSQL gave an error; empty without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
