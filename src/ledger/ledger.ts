import type { Claims } from './claims.ts';
import type { Questions } from './questions.ts';

/**
 * What the bot remembers, over restarts and over all copies that share the database. Every method rejects with
 * Error when the database cannot be reached; what a resolved promise reported as written survives a kill.
 */
export interface Ledger extends Claims, Questions {
  /** Lets go of the database. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
