import type { AnswerType } from '../question/answer-type.ts';
import type { QuestionTerm } from '../question/question.ts';
import { stepsAt } from '../store/posting-lists.ts';
import type { Look } from './look.ts';
import { measureParts } from './measure-parts.ts';
import type { RankedOf } from './rank.ts';
import { weightOf } from './score.ts';
import { PART_NAMES, type PartName } from './weights.ts';

/** Where a word of the question was met: in the passage, only around it or in its known questions, or not at all. */
export type MetIn = 'passage' | 'surroundings' | 'known question' | 'nowhere';

/** What became of one word of the question. */
export interface ExplainedTerm {
  readonly typed: string;
  /** Stems that were searched for it, the surest first, and other names as they were written down. */
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

function placeOf({ index, room }: Look, term: QuestionTerm, ordinal: number, number: number): MetIn {
  if ((room.own.counts[number] ?? 0) > 0) return 'passage';
  if ((room.anywhere[number] ?? 0) === 0) return 'nowhere';
  const surroundings = index.passages.columns.paragraphOf[ordinal] ?? 0;
  const isAround = term.alternatives.some(
    (alternative) => stepsAt(index.surroundings.postings, alternative.term, surroundings) > 0,
  );
  return isAround ? 'surroundings' : 'known question';
}

/** Explains a ranked passage by looking at it once more: the same look gives the same numbers. */
export function explain({ search, ordinal, score, measures }: RankedOf): Explanation {
  const { workplace: look, question, searchedFor } = search;
  look.table.lay(question);
  measureParts(look, ordinal);
  return {
    score,
    asksFor: question.expected.type,
    terms: question.terms.map((term, number) => ({
      typed: term.typed,
      searchedFor: searchedFor(number),
      share: look.room.shares[number] ?? 0,
      metIn: placeOf(look, term, ordinal, number),
      certainty: look.room.anywhere[number] ?? 0,
    })),
    parts: PART_NAMES.flatMap((name, place) => {
      const [measure, weight] = [measures[place] ?? 0, weightOf(place, measures)];
      return measure === 0 ? [] : [{ name, measure, weight, points: measure * weight }];
    }),
  };
}
