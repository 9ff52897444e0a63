const MICROSECONDS = 1_000;

/** Gives message timestamps: seconds and microseconds as text, unique and rising, even when the clock stands. */
export class Timestamps {
  readonly #now: () => Date;
  #last = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The next timestamp, such as `1700000000.000100`. */
  next(): string {
    this.#last = Math.max(this.#now().getTime() * MICROSECONDS, this.#last + 1);
    const seconds = Math.floor(this.#last / 1_000_000);
    return `${seconds}.${String(this.#last % 1_000_000).padStart(6, '0')}`;
  }
}
