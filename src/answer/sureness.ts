import { createHash } from 'node:crypto';
import type { CalibrationReading, Problem } from '../corpus/index.ts';
import { fingerprintRanking } from '../search/index.ts';
import { LOG_ODDS } from './confidence.ts';
import { ANSWER_FROM } from './decide.ts';

/** From when on a quote is the answer, and how often that may be false. */
export interface Sureness {
  /** The probability (0 to 1) from which a quote is given as the answer. */
  readonly sureFrom: number;
  /** The largest share (0 to 1) of false sure answers that is put up with. */
  readonly target: number;
  /** When that was measured on this corpus, in ISO 8601; null where it was not. */
  readonly since: string | null;
}

/** Five false ones in a hundred: what is put up with where nobody says otherwise. */
export const DEFAULT_TARGET = 0.05;

const DEFAULT: Sureness = { sureFrom: ANSWER_FROM, target: DEFAULT_TARGET, since: null };

/** By what questions and passages are compared in meaning: it bears on every probability. */
export type ComparedBy = 'words' | 'word vectors' | 'sentence encoder';

/** Tells whether two versions of factdesk, and two settings, work out the same probabilities from the same features. */
export function fingerprintDecision(comparedBy: ComparedBy): string {
  const hash = createHash('sha256').update(JSON.stringify([LOG_ODDS, fingerprintRanking(), comparedBy]));
  return hash.digest('hex').slice(0, 16);
}

/**
 * How sure an answer must be by the calibration of a corpus: the default where there is none, and where it cannot be
 * used, for which `problem` gives the reason.
 */
export function readSureness(
  reading: CalibrationReading | undefined,
  decision: string,
): { readonly sureness: Sureness; readonly problem?: Problem } {
  if (reading === undefined) return { sureness: DEFAULT };
  const { calibration, problem, file } = reading;
  if (calibration === undefined) return { sureness: DEFAULT, problem };
  const { sureFrom, target, calibratedAt } = calibration;
  if (calibration.decision === decision) return { sureness: { sureFrom, target, since: calibratedAt } };
  const what =
    'the calibration was measured with another version of factdesk or another encoder; ' +
    `it is not used, and answers are sure from ${ANSWER_FROM}`;
  return { sureness: DEFAULT, problem: { file, line: 1, what, mend: 'Run factdesk calibrate again' } };
}
