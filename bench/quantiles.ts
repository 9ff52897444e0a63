/** How long things took, in milliseconds to a tenth: the median, and what 95 and 99 of 100 stayed within. */
export interface Quantiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** The quantiles of some times; zero where there are none. */
export function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    roundTenth(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** Rounds to one decimal. */
export function roundTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
