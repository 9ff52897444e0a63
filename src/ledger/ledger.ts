import type { Attempts } from './attempts.ts';
import type { Claims } from './claims.ts';
import type { ComplaintBook } from './complaint-book.ts';
import type { Deliveries } from './deliveries.ts';
import type { DeskBook } from './desk-book.ts';
import type { FeedbackBook } from './feedback.ts';
import type { Privacy } from './privacy.ts';
import type { Questions } from './questions.ts';
import type { Records } from './records.ts';

/**
 * What the bot remembers, over restarts and over all copies that share the database. Every method rejects with the
 * database's error when it cannot be reached; what a resolved promise reported as written survives a kill.
 */
export interface Ledger
  extends Claims,
    Questions,
    Attempts,
    Deliveries,
    FeedbackBook,
    ComplaintBook,
    DeskBook,
    Privacy,
    Records {
  /** Lets go of the database. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
