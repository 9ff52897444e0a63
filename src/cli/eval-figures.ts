import { decide } from '../answer/index.ts';
import type { SearchIndex } from '../search/index.ts';
import type { EvalQuestion, EvalSet } from './eval-set.ts';

/** How deep the rank of the right passage is looked for. */
const DEPTH = 10;

/** What one question gave. */
interface EvalResult {
  readonly answerable: boolean;
  /** Ranks (from 1) at which right passages stand, ascending. */
  readonly rightRanks: readonly number[];
  /** How many passages answer it. */
  readonly rightPassages: number;
  readonly outcome: 'answer' | 'choices' | 'none';
  /** Probability given to the first quote; 0 without one. */
  readonly confidence: number;
  readonly ms: number;
}

/** Questions whose first quote was given a probability in one range. */
interface CalibrationRow {
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  /** Mean of the probabilities given, and the share that was right; null without questions. */
  readonly claimed: number | null;
  readonly right: number | null;
}

/** The figures of one set. Shares are 0 to 1, or null where there is nothing to take a share of. */
export interface Figures {
  readonly set: string;
  readonly facts: number;
  readonly queries: number;
  readonly s1: number | null;
  readonly s3: number | null;
  readonly s10: number | null;
  readonly mrr10: number | null;
  readonly ndcg10: number | null;
  readonly answered: number | null;
  readonly rightOfAnswered: number | null;
  readonly falseAnswers: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly calibration: readonly CalibrationRow[];
}

/** Asks one question as the bot does. */
function evaluate(
  index: SearchIndex,
  question: EvalQuestion,
  { clock, sureFrom }: MeasureOptions,
): EvalResult {
  const from = clock();
  const result = index.search(question.text, { limit: DEPTH });
  const { outcome, confidences } = decide(result, sureFrom);
  const ms = clock() - from;
  return {
    answerable: question.answers.size > 0,
    rightRanks: result.hits.flatMap(({ passage }, i) => (question.answers.has(passage.id) ? [i + 1] : [])),
    rightPassages: question.answers.size,
    outcome,
    confidence: confidences[0] ?? 0,
    ms,
  };
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function share(results: readonly EvalResult[], holds: (result: EvalResult) => boolean): number | null {
  return mean(results.map((result) => (holds(result) ? 1 : 0)));
}

/** The smallest value that the given share of the values does not exceed. */
export function percentile(values: readonly number[], portion: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.max(0, Math.ceil(sorted.length * portion) - 1)] ?? 0);
}

const gain = (rank: number) => 1 / Math.log2(rank + 1);

/** Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002) with gains of 0 and 1. */
function ndcg({ rightRanks, rightPassages }: EvalResult): number {
  const ideal = Array.from({ length: Math.min(rightPassages, DEPTH) }, (_, i) => gain(i + 1));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(rightRanks.map(gain)) / sum(ideal);
}

const isRight = ({ rightRanks }: EvalResult) => rightRanks[0] === 1;

function calibrate(results: readonly EvalResult[]): readonly CalibrationRow[] {
  return Array.from({ length: 10 }, (_, i) => {
    const from = i / 10;
    const to = (i + 1) / 10;
    const within = results.filter(({ confidence: c }) => c >= from && (c < to || (i === 9 && c <= 1)));
    const claimed = mean(within.map(({ confidence }) => confidence));
    return { from, to, questions: within.length, claimed, right: share(within, isRight) };
  });
}

/** How a set is measured. */
export interface MeasureOptions {
  /** Gives milliseconds. */
  readonly clock: () => number;
  /** The probability (0 to 1) from which a quote is given as the answer. @default `ANSWER_FROM` */
  readonly sureFrom?: number | undefined;
}

/** Asks all questions of a set and sums up. The first few are asked twice, so that the machine is warm. */
export function measure(set: EvalSet, index: SearchIndex, options: MeasureOptions): Figures {
  for (const question of set.questions.slice(0, 50)) evaluate(index, question, options);
  const results = set.questions.map((question) => evaluate(index, question, options));
  const answerable = results.filter((result) => result.answerable);
  const within = (depth: number) =>
    share(answerable, ({ rightRanks }) => (rightRanks[0] ?? Infinity) <= depth);
  const answers = answerable.filter(({ outcome }) => outcome === 'answer');
  const times = results.map(({ ms }) => ms);
  return {
    set: set.name,
    facts: set.passages.length,
    queries: set.questions.length,
    s1: within(1),
    s3: within(3),
    s10: within(DEPTH),
    mrr10: mean(answerable.map(({ rightRanks }) => 1 / (rightRanks[0] ?? Infinity))),
    ndcg10: mean(answerable.map(ndcg)),
    answered: share(answerable, ({ outcome }) => outcome === 'answer'),
    rightOfAnswered: share(answers, isRight),
    falseAnswers: share(
      results.filter((result) => !result.answerable),
      ({ outcome }) => outcome === 'answer',
    ),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    calibration: calibrate(results),
  };
}
