import type { Dialect } from 'kysely';
import type { LedgerError } from './ledger-error.ts';

/** A database that may not have answered yet. */
export interface DatabaseConnection {
  readonly kind: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** What to tell whoever starts the bot when this database fails at the start. */
  explain(error: unknown): LedgerError;
}
