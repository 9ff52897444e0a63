import { PART_NAMES } from './features.ts';
import { type Measures, P } from './measures.ts';
import { KNOWN_WEIGHTS, PART_WEIGHTS } from './weights.ts';

const WEIGHTS = Float64Array.from(PART_NAMES, (name) => PART_WEIGHTS[name]);
/** What comes to each weight for a passage that is known well. */
const CHANGES = Float64Array.from(
  PART_NAMES,
  (name) => (KNOWN_WEIGHTS[name] ?? PART_WEIGHTS[name]) - PART_WEIGHTS[name],
);

/** What a part, by its place, counts for a passage that is known as well as its measures say. */
export function weightOf(part: number, measures: Measures): number {
  return (WEIGHTS[part] ?? 0) + (measures[P.known] ?? 0) * (CHANGES[part] ?? 0);
}

/** The score: every part times its weight. */
export function scoreOf(measures: Measures): number {
  let score = 0;
  for (let part = 0; part < WEIGHTS.length; part++) score += (measures[part] ?? 0) * weightOf(part, measures);
  return score;
}
