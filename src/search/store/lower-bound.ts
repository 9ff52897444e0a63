/** Place of the first of ascending values, between `from` and `to`, that is not below the given one; `to` when all are. */
export function lowerBound(values: Int32Array, value: number, from = 0, to: number = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
