import type { Problem } from '../problem.ts';

/**
 * How sure the bot must be in a newsroom, as it was measured on its own corpus. Shares and probabilities are 0 to 1.
 */
export interface Calibration {
  /** The probability from which a quote is given as the answer. */
  readonly sureFrom: number;
  /** The largest share of false sure answers that was wanted. */
  readonly target: number;
  /** With 95 % certainty no larger a share of false sure answers was measured. */
  readonly upperBound: number;
  /** How many questions were judged to which a sure answer would be false. */
  readonly judged: number;
  /** How many of these got one all the same. */
  readonly falselySure: number;
  /** When it was measured, in ISO 8601. */
  readonly calibratedAt: string;
  /** Fingerprint of what the probabilities were worked out by: another decision needs another calibration. */
  readonly decision: string;
  /** How many facts were on file then. */
  readonly facts: number;
  /** How many verdicts of people were in the ledger then. */
  readonly verdicts: number;
}

/** What stands in the file of the calibration: one that can be used, or what is wrong with it. */
export type CalibrationReading =
  | { readonly calibration: Calibration; readonly file: string; readonly problem?: never }
  | { readonly problem: Problem; readonly file: string; readonly calibration?: never };
