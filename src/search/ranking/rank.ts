import type { Question } from '../question/question.ts';
import { findCandidates, type ScoreSheets } from './candidates.ts';
import { type Findings, type Look, measureParts, type Parts } from './measure-parts.ts';
import { LOOKED_AT, PART_NAMES, PART_WEIGHTS } from './weights.ts';

/** A passage that was looked at closely. */
export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
  readonly findings: Findings;
}

/** The score: every part times its weight. */
export function scoreOf(parts: Parts): number {
  let score = 0;
  for (const name of PART_NAMES) score += parts[name] * PART_WEIGHTS[name];
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
    const findings = measureParts(workplace, ordinal);
    return { ordinal, score: scoreOf(findings.parts), findings };
  });
  // Best first; equal ones in the order of the passages.
  return ranked.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}
