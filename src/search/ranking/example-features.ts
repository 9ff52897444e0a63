import type { Evidence } from './evidence.ts';

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
