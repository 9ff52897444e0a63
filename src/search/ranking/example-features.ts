import type { Evidence } from './evidence.ts';
import { WELL_COVERED } from './example-queries.ts';
import { isOfOtherKind } from './other-kind.ts';

/** From this likeness on, a question and an example query are taken to ask the same. */
const ALIKE_FROM = 0.7;

export const bestExample = ({ lines }: Evidence): number => lines.best;

export const sameQuestion = ({ lines }: Evidence): number =>
  Math.max(0, (lines.best - ALIKE_FROM) / (1 - ALIKE_FROM));

export const secondExample = ({ lines }: Evidence): number => lines.second;

export function exampleCoverage({ context: { shares }, lines }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] ?? 0) * (lines.certainties[i] ?? 0);
  return sum;
}

export function exampleFrequency({ context: { shares }, lines: { holders, examples } }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const often = Math.log1p(holders[i] ?? 0) / Math.log1p(Math.max(1, examples.count));
    sum += (shares[i] ?? 0) * often;
  }
  return sum;
}

export const exampleCount = ({ lines }: Evidence): number => Math.min(1, lines.examples.count / WELL_COVERED);

export const otherKind = (evidence: Evidence): number =>
  isOfOtherKind(evidence) ? exampleCount(evidence) : 0;
