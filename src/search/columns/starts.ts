/**
 * Turns counts into starts, in place: `counts[n + 1]` things of kind n become the place of the first thing of kind n
 * when all are filed by kind, and at last the number of all. `counts[0]` must be 0.
 */
export function countsToStarts(counts: Int32Array): Int32Array {
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
  return counts;
}

/** Adds one to the count of a kind, where `countsToStarts` expects it. */
export function countOne(counts: Int32Array, kind: number): void {
  counts[kind + 1] = (counts[kind + 1] ?? 0) + 1;
}

/** Gives the next free place of a kind, and takes it. */
export function takePlace(next: Int32Array, kind: number): number {
  const place = next[kind] ?? 0;
  next[kind] = place + 1;
  return place;
}
