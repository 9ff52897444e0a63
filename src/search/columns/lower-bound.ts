/**
 * Place of the first of ascending values, between `from` and `to`, that is not below the given one; `to` when all
 * are.
 */
export function lowerBound(
  values: Int32Array | Uint32Array,
  value: number,
  from = 0,
  to: number = values.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same, for a value that is likely to stand soon behind `from`: looks at places twice as far each time. */
export function lowerBoundNear(values: Int32Array, value: number, from: number, to: number): number {
  let low = from;
  let step = 1;
  while (low + step < to && (values[low + step] ?? 0) < value) {
    low += step;
    step *= 2;
  }
  return lowerBound(values, value, low, Math.min(to, low + step + 1));
}
