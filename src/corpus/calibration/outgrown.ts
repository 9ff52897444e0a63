import type { Calibration } from './calibration.ts';

/** When so large a share of facts has come or gone, the corpus is another one. */
export const MORE_FACTS = 0.2;
/** So many new verdicts say as much as a calibration needs at least. */
export const MORE_VERDICTS = 60;

/** Whether a corpus of so many facts is no longer the one that was calibrated. */
export function isOutgrown(calibration: Pick<Calibration, 'facts'>, facts: number): boolean {
  return Math.abs(facts - calibration.facts) >= Math.max(1, MORE_FACTS * calibration.facts);
}
