import type { AnswerType } from '../question/answer-type.ts';
import type { Question, QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import { impactAt } from '../store/posting-lists.ts';
import type { Ranked } from './rank.ts';
import { PART_NAMES, PART_WEIGHTS, type PartName } from './weights.ts';

/** Where a word of the question was met: in the passage, only around it or in its known questions, or not at all. */
export type MetIn = 'passage' | 'surroundings' | 'known question' | 'nowhere';

/** What became of one word of the question. */
export interface ExplainedTerm {
  readonly typed: string;
  /** Stems that were searched for it, the surest first. */
  readonly searchedFor: readonly string[];
  /** Its share (0 to 1) of the question's weight: rare words weigh more. */
  readonly share: number;
  readonly metIn: MetIn;
  /** How surely (0 to 1) what was met is what was meant; 0 when nothing was. */
  readonly certainty: number;
}

/** One part of the score. */
export interface ExplainedPart {
  readonly name: PartName;
  /** As measured, mostly 0 to 1. */
  readonly measure: number;
  readonly weight: number;
  /** Measure times weight. The points of all parts add up to the score. */
  readonly points: number;
}

/** Why a hit stands where it stands: the very numbers that ranked it. */
export interface Explanation {
  readonly score: number;
  /** What the question was taken to ask for. */
  readonly asksFor: AnswerType;
  readonly terms: readonly ExplainedTerm[];
  /** All parts that were not 0, in the order of `PART_NAMES`. */
  readonly parts: readonly ExplainedPart[];
}

function placeOf(index: IndexData, term: QuestionTerm, { ordinal, findings }: Ranked, number: number): MetIn {
  if ((findings.matches.counts[number] ?? 0) > 0) return 'passage';
  if ((findings.certainties[number] ?? 0) === 0) return 'nowhere';
  const surroundings = index.surroundingsOf[ordinal] ?? 0;
  const isAround = term.alternatives.some(
    (alternative) => impactAt(index.surroundings.postings, alternative.term, surroundings) > 0,
  );
  return isAround ? 'surroundings' : 'known question';
}

/** Explains a ranked passage. */
export function explain(index: IndexData, question: Question, ranked: Ranked): Explanation {
  const total = question.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const { parts, certainties } = ranked.findings;
  return {
    score: ranked.score,
    asksFor: question.expected.type,
    terms: question.terms.map((term, number) => ({
      typed: term.typed,
      searchedFor: term.alternatives.map((alternative) => index.lexicon.wordOf(alternative.term)),
      share: term.weight / total,
      metIn: placeOf(index, term, ranked, number),
      certainty: certainties[number] ?? 0,
    })),
    parts: PART_NAMES.flatMap((name) => {
      const [measure, weight] = [parts[name], PART_WEIGHTS[name]];
      return measure === 0 ? [] : [{ name, measure, weight, points: measure * weight }];
    }),
  };
}
