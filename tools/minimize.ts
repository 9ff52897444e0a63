/** Writes the gradient of a loss at `point` into `gradient`, which comes filled with zeros. */
export type GradientAt = (point: Float64Array, gradient: Float64Array) => void;

/** Decay of the means of the gradient and of its square (Kingma and Ba, 2015: "Adam"). */
const BETA_1 = 0.9;
const BETA_2 = 0.99;
const RATE = 0.08;
/** The last part of the way is gone more slowly. */
const SMALL_RATE = 0.02;
const SMALL_FROM = 0.7;

/** The least and the greatest value that a coordinate may have. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const UNBOUNDED: Bounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/**
 * Minimises a loss by so many steps of Adam from a point, and gives where it ends.
 * @param bounds by coordinate; a step out of them ends at the bound
 */
export function minimize(
  start: ArrayLike<number>,
  gradientAt: GradientAt,
  steps: number,
  bounds: readonly Bounds[] = [],
): Float64Array {
  const point = Float64Array.from(start);
  const gradient = new Float64Array(point.length);
  const mean = new Float64Array(point.length);
  const square = new Float64Array(point.length);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    gradientAt(point, gradient);
    const rate = step < SMALL_FROM * steps ? RATE : SMALL_RATE;
    for (let i = 0; i < point.length; i++) {
      const own = gradient[i] ?? 0;
      mean[i] = BETA_1 * (mean[i] ?? 0) + (1 - BETA_1) * own;
      square[i] = BETA_2 * (square[i] ?? 0) + (1 - BETA_2) * own * own;
      const steady = (mean[i] ?? 0) / (1 - BETA_1 ** step);
      const spread = Math.sqrt((square[i] ?? 0) / (1 - BETA_2 ** step));
      const { least, most } = bounds[i] ?? UNBOUNDED;
      const next = (point[i] ?? 0) - (rate * steady) / (spread + 1e-9);
      point[i] = Math.min(most, Math.max(least, next));
    }
  }
  return point;
}
