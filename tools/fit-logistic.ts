import { type Bounds, minimize } from './minimize.ts';

/** One observation. */
export interface LogisticRow {
  readonly measures: readonly number[];
  readonly isRight: boolean;
  /** How often it counts. */
  readonly weight: number;
  /** Log odds that are there already. */
  readonly offset: number;
}

/** Which way a measure may count. */
export type Sense = 'for' | 'against' | 'either';

/** What great log odds have to pay for themselves, for a measure that spreads by 1, beside as many rows as weigh 1 each. */
const RIDGE = 3;
const STEPS = 800;

const BOUNDS: Readonly<Record<Sense, Bounds>> = {
  for: { least: 0, most: Number.POSITIVE_INFINITY },
  against: { least: Number.NEGATIVE_INFINITY, most: 0 },
  either: { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
};

/** The standard deviation of a measure; 1 for one that is the same everywhere. */
function spreadOf(rows: readonly LogisticRow[], at: number): number {
  const values = rows.map(({ measures }) => measures[at] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) || 1;
}

/**
 * Logistic regression by maximum likelihood with a ridge: the log odds of each measure, none against its sense. A measure
 * that counts either way is the constant, and pays nothing.
 */
export function fitLogistic(rows: readonly LogisticRow[], senses: readonly Sense[]): readonly number[] {
  const spreads = senses.map((_, at) => spreadOf(rows, at));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const ridge = RIDGE / rows.length;
  const point = minimize(
    senses.map(() => 0),
    (odds, gradient) => {
      for (const { measures, isRight, weight, offset } of rows) {
        let sum = offset;
        for (let i = 0; i < odds.length; i++)
          sum += ((odds[i] ?? 0) * (measures[i] ?? 0)) / (spreads[i] ?? 1);
        const pull = (weight * (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0))) / total;
        for (let i = 0; i < odds.length; i++)
          gradient[i] = (gradient[i] ?? 0) + (pull * (measures[i] ?? 0)) / (spreads[i] ?? 1);
      }
      for (let i = 0; i < odds.length; i++)
        if (senses[i] !== 'either') gradient[i] = (gradient[i] ?? 0) + 2 * ridge * (odds[i] ?? 0);
    },
    STEPS,
    senses.map((sense) => BOUNDS[sense]),
  );
  return [...point].map((odds, at) => odds / (spreads[at] ?? 1));
}
