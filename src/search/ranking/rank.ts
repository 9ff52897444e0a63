import type { Question } from '../question/question.ts';
import { findCandidates, type ScoreSheets } from './candidates.ts';
import { type Look, measureParts } from './measure-parts.ts';
import type { Measures } from './measures.ts';
import { LOOKED_AT, PART_NAMES, PART_WEIGHTS } from './weights.ts';

/** A passage that was looked at closely. */
export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
  readonly measures: Measures;
}

const WEIGHTS = Float64Array.from(PART_NAMES, (name) => PART_WEIGHTS[name]);

/** The score: every part times its weight. */
export function scoreOf(measures: Measures): number {
  let score = 0;
  for (let part = 0; part < WEIGHTS.length; part++) score += (measures[part] ?? 0) * (WEIGHTS[part] ?? 0);
  return score;
}

/** What ranking works with; made once for an index. */
export interface Workplace extends Look {
  readonly sheets: ScoreSheets;
}

/** Finds the passages with the best first scores, looks at them closely and puts them in order. */
export function rank(
  workplace: Workplace,
  question: Question,
  accepts: (ordinal: number) => boolean,
): readonly Ranked[] {
  const { index, sheets, table } = workplace;
  table.lay(question);
  const { ordinals } = findCandidates(index, sheets, question.terms, { limit: LOOKED_AT, accepts });
  const ranked = Array.from(ordinals, (ordinal) => {
    const { measures } = measureParts(workplace, ordinal);
    return { ordinal, score: scoreOf(measures), measures };
  });
  // Best first; equal ones in the order of the passages.
  return ranked.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}
