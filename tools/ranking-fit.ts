import { FEATURES, type FeatureName } from '../src/search/ranking/features.ts';
import type { Asked } from './asked-questions.ts';
import { minimize } from './minimize.ts';

/** The passages that were found for a question, as rows of numbers. */
export interface Ranking {
  readonly domain: string;
  readonly isRight: readonly boolean[];
  /** By passage: what each weight is multiplied by. The score is the sum of the products. */
  readonly rows: readonly Float64Array[];
}

/** Set by hand, see `FEATURES`: they are to be what they are, whatever the sets say. */
const BY_HAND: ReadonlySet<FeatureName> = new Set([
  'sameQuestion',
  'spokenBy',
  'timeNotTold',
  'missingPhrases',
]);
/** Whether a feature is measured only for the decision. */
const isJudged = (feature: (typeof FEATURES)[number]) => 'judge' in feature || feature.name === 'lacksAnswer';
/** How much a change of a weight has to pay for itself. */
const PRIOR = 0.002;
const STEPS = 120;

/** Weights in the order of `FEATURES`, and which of them are to stay. */
export interface Weights {
  readonly values: Float64Array;
  readonly isFixed: readonly boolean[];
}

/** Those of the table. */
export const TODAY: Weights = {
  values: Float64Array.from(FEATURES, ({ weight }) => weight),
  isFixed: FEATURES.map((feature) => BY_HAND.has(feature.name) || isJudged(feature)),
};

/** The same with some features left out for good. */
export function leaveOut({ values, isFixed }: Weights, names: readonly string[]): Weights {
  const unknown = names.filter((name) => !FEATURES.some((feature) => feature.name === name));
  if (unknown.length > 0)
    throw new RangeError(`There is no feature ${unknown.join(', ')}; see docs/features.md.`);
  const isLeft = FEATURES.map(({ name }) => names.includes(name));
  return {
    values: values.map((value, i) => (isLeft[i] ? 0 : value)),
    isFixed: isFixed.map((fixed, i) => fixed || isLeft[i] === true),
  };
}

/** Questions by where they come from. */
export function byDomain(rankings: readonly Ranking[]): ReadonlyMap<string, readonly Ranking[]> {
  const names = [...new Set(rankings.map(({ domain }) => domain))];
  return new Map(names.map((name) => [name, rankings.filter(({ domain }) => domain === name)]));
}

/** What was found for a question, as rows of numbers. */
export function rankingOf({ domain, found: { hits }, answers }: Asked): Ranking {
  const rows = hits.map(({ features }) => Float64Array.from(FEATURES, ({ name }) => features[name]));
  return { domain, isRight: hits.map(({ passage }) => answers.has(passage.id)), rows };
}

/** The score of each passage. */
export function scoresWith({ rows }: Ranking, { values }: Pick<Weights, 'values'>): readonly number[] {
  return rows.map((row) => {
    let score = 0;
    for (let i = 0; i < row.length; i++) score += (row[i] ?? 0) * (values[i] ?? 0);
    return score;
  });
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Adds the gradient of one question: minus the logarithm of the probability (softmax) that a right one is first. */
function addGradient(ranking: Ranking, point: Float64Array, weight: number, gradient: Float64Array): void {
  const scores = scoresWith(ranking, { values: point });
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = sumOf(odds);
  const right = sumOf(odds.filter((_, i) => ranking.isRight[i]));
  ranking.rows.forEach((row, nth) => {
    const share = odds[nth] ?? 0;
    const pull = weight * (share / all - (ranking.isRight[nth] ? share / right : 0));
    for (let i = 0; i < row.length; i++) gradient[i] = (gradient[i] ?? 0) + pull * (row[i] ?? 0);
  });
}

/**
 * Fits weights by maximum likelihood of a right passage being first; each domain counts alike, however many questions
 * it has. What is far from where it starts has to pay for it (L2).
 */
export function fitWeights(rankings: readonly Ranking[], start: Weights): Weights {
  const usable = rankings.filter(({ isRight }) => isRight.includes(true) && isRight.includes(false));
  const sizes = byDomain(usable);
  const { isFixed } = start;
  const values = minimize(
    start.values,
    (point, gradient) => {
      for (const ranking of usable)
        addGradient(ranking, point, 1 / (sizes.size * (sizes.get(ranking.domain)?.length ?? 1)), gradient);
      for (let i = 0; i < point.length; i++)
        gradient[i] = isFixed[i]
          ? 0
          : (gradient[i] ?? 0) + PRIOR * ((point[i] ?? 0) - (start.values[i] ?? 0));
    },
    STEPS,
  );
  return { values, isFixed };
}
