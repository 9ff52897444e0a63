/** Whether calls come through, told when that changes. */
export interface BreakerNews {
  readonly isReached: boolean;
  /** What the last call met; empty when calls come through again. */
  readonly why: string;
}

/** After so many failures in a row nobody waits any longer. */
const MOST_FAILURES = 3;
/** So often, in milliseconds, one call is tried meanwhile. */
const TRY_EVERY_MS = 5_000;

/** Keeps callers from waiting, one after the other, for what does not answer. */
export class CircuitBreaker {
  readonly #now: () => Date;
  readonly #report: (news: BreakerNews) => void;
  #failures = 0;
  #triedAt = 0;
  #isTrying = false;

  constructor(now: () => Date, report: (news: BreakerNews) => void) {
    this.#now = now;
    this.#report = report;
  }

  /** Makes a call, or gives undefined: where it fails, and at once where it would most likely fail. */
  async run<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
    const isOpen = this.#failures >= MOST_FAILURES;
    if (isOpen && (this.#isTrying || !this.#isTimeToTry())) return undefined;
    this.#isTrying = isOpen;
    this.#triedAt = this.#now().getTime();
    try {
      const result = await call();
      if (this.#failures >= MOST_FAILURES) this.#report({ isReached: true, why: '' });
      this.#failures = 0;
      return result;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === MOST_FAILURES)
        this.#report({ isReached: false, why: error instanceof Error ? error.message : String(error) });
      return undefined;
    } finally {
      if (isOpen) this.#isTrying = false;
    }
  }

  /** A clock that was put back does not keep it from trying. */
  #isTimeToTry(): boolean {
    return Math.abs(this.#now().getTime() - this.#triedAt) >= TRY_EVERY_MS;
  }
}
