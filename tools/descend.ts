/** Writes the slope of what is to be least, at `point`, into `slope`, which comes filled with zeros. */
export type SlopeAt = (point: Float64Array, slope: Float64Array) => void;

/** How far back slopes are remembered, and how much their squares are (Kingma and Ba, 2015: "Adam"). */
const MEMORY = 0.9;
const SQUARES_MEMORY = 0.99;
const STEP = 0.08;
/** The last part of the way is gone in smaller steps. */
const SMALL_STEP = 0.02;
const SMALL_FROM = 0.7;

/** Goes down from a point, so many steps, and gives where it ends. */
export function descend(start: ArrayLike<number>, slopeAt: SlopeAt, steps: number): Float64Array {
  const point = Float64Array.from(start);
  const slope = new Float64Array(point.length);
  const mean = new Float64Array(point.length);
  const square = new Float64Array(point.length);
  for (let step = 1; step <= steps; step++) {
    slope.fill(0);
    slopeAt(point, slope);
    const length = step < SMALL_FROM * steps ? STEP : SMALL_STEP;
    for (let i = 0; i < point.length; i++) {
      const own = slope[i] ?? 0;
      mean[i] = MEMORY * (mean[i] ?? 0) + (1 - MEMORY) * own;
      square[i] = SQUARES_MEMORY * (square[i] ?? 0) + (1 - SQUARES_MEMORY) * own * own;
      const steady = (mean[i] ?? 0) / (1 - MEMORY ** step);
      const spread = Math.sqrt((square[i] ?? 0) / (1 - SQUARES_MEMORY ** step));
      point[i] = (point[i] ?? 0) - (length * steady) / (spread + 1e-9);
    }
  }
  return point;
}
