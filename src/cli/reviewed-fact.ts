import type { Fact, Review } from '../corpus/index.ts';
import type { WeighedFact } from '../ledger/index.ts';

/** A fact, when somebody looked at it, and how far it has spread since it was first shown. */
export interface ReviewedFact extends WeighedFact {
  readonly fact: Fact;
  readonly review: Review;
  /** Day until which the desk put its review off; null where it did not. */
  readonly snoozedUntil: string | null;
}

/** The facts that are told of, in their order, and what is told beside them. */
export interface ReviewReport {
  readonly facts: readonly ReviewedFact[];
  /** How many there are, due or not. */
  readonly onFile: number;
  /** The day it is (UTC). */
  readonly today: string;
  /** After how many days a fact is due by itself; undefined where none is. */
  readonly afterDays: number | undefined;
  /** Whether there is a ledger that remembers what was shown. */
  readonly hasLedger: boolean;
}
