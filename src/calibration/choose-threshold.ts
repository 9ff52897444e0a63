import { SURE_FROM_RANGE } from '../corpus/index.ts';
import { upperBound } from './binomial-bounds.ts';
import { isSure, type JudgedQuestion } from './judged-question.ts';

/** What judged questions say of one threshold. Shares and probabilities are 0 to 1. */
export interface Threshold {
  /** The probability from which a quote is given as the answer. */
  readonly sureFrom: number;
  /** How many questions there are to which a sure answer is false, and how many of them get one. */
  readonly judged: number;
  readonly falselySure: number;
  /** With 95 % certainty no larger a share of such questions gets one. */
  readonly upperBound: number;
  /** How many of the other questions there are, and how many get a sure answer. */
  readonly answerable: number;
  readonly rightlySure: number;
}

/** Thresholds are tried in hundredths. */
const IN_ONE = 100;

/** Weighs one threshold by judged questions. */
export function weighThreshold(judged: readonly JudgedQuestion[], sureFrom: number): Threshold {
  const wrong = judged.filter(({ isRight }) => !isRight);
  const right = judged.filter(({ isRight }) => isRight);
  const countSure = (questions: readonly JudgedQuestion[]) =>
    questions.filter((question) => isSure(question, sureFrom)).length;
  const falselySure = countSure(wrong);
  return {
    sureFrom,
    judged: wrong.length,
    falselySure,
    upperBound: upperBound(falselySure, wrong.length),
    answerable: right.length,
    rightlySure: countSure(right),
  };
}

/**
 * The loosest threshold at which, with 95 % certainty, no larger a share than `target` (0 to 1) of the questions whose
 * first quote does not answer is given it as the answer; undefined where none is strict enough. A looser threshold
 * gives no fewer false answers of the same questions, so that all stricter ones hold too and nothing is gained by
 * trying many. None is looser than `SURE_FROM_RANGE.least`.
 */
export function chooseThreshold(judged: readonly JudgedQuestion[], target: number): Threshold | undefined {
  const { least, most } = SURE_FROM_RANGE;
  for (let hundredths = Math.round(least * IN_ONE); hundredths <= Math.round(most * IN_ONE); hundredths++) {
    const threshold = weighThreshold(judged, hundredths / IN_ONE);
    if (threshold.upperBound <= target) return threshold;
  }
  return undefined;
}
