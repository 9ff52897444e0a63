/** What is done to the bot or to Slack on purpose, and when. */
export interface Disturbances {
  /** Carries it out; it counts from its begin to a little after its end. */
  during<Result>(what: string, act: () => Promise<Result>): Promise<Result>;
  /** Whether one of them lay between two moments of `performance.now()`. */
  touch(from: number, until: number): boolean;
  /** How long all of them took together, in seconds. */
  seconds(): number;
  /** How often each was carried out. */
  counts(): Readonly<Record<string, number>>;
}

/** What queued up meanwhile has drained so long after. */
const AFTERMATH_MS = 5_000;

/** Keeps the times of disturbances. */
export function keepDisturbances(): Disturbances {
  const all: { readonly what: string; readonly from: number; until: number }[] = [];
  return {
    async during(what, act) {
      const disturbance = { what, from: performance.now(), until: Number.POSITIVE_INFINITY };
      all.push(disturbance);
      try {
        return await act();
      } finally {
        disturbance.until = performance.now() + AFTERMATH_MS;
      }
    },
    touch: (from, until) => all.some((one) => one.from <= until && one.until >= from),
    seconds: () => {
      let [covered, end] = [0, 0];
      for (const { from, until } of all) {
        covered += Math.max(0, until - Math.max(from, end));
        end = Math.max(end, until);
      }
      return Math.round(covered / 1_000);
    },
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { what } of all) counts[what] = (counts[what] ?? 0) + 1;
      return counts;
    },
  };
}
