/** How long a wait lasts when the caller does not say. */
const DEFAULT_WAIT_MS = 10_000;

/** Notifies listeners that something in the workspace changed. */
export class Changes {
  readonly #listeners = new Set<() => void>();
  #isAnnounced = false;

  /** Notifies of a change. Several changes in one tick are one notification, right after it. */
  announce(): void {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    queueMicrotask(() => {
      this.#isAnnounced = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** Calls `listener` on every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Waits until `look` gives something, trying at once and after every change.
   * @throws Error with what `describe` tells when `withinMs` have passed.
   */
  until<Found>(
    look: () => Found | undefined | false,
    { withinMs = DEFAULT_WAIT_MS, describe = () => '' }: WaitOptions = {},
  ): Promise<Found> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        unsubscribe();
        finish();
      };
      const attempt = () => {
        try {
          const found = look();
          if (found !== undefined && found !== false) settle(() => resolve(found));
        } catch (cause) {
          settle(() => reject(cause));
        }
      };
      const timer = setTimeout(
        () => settle(() => reject(new Error(`Nothing came within ${withinMs} ms. ${describe()}`.trim()))),
        withinMs,
      );
      const unsubscribe = this.subscribe(attempt);
      attempt();
    });
  }
}

/** How long to wait, and what to tell when it was in vain. */
export interface WaitOptions {
  readonly withinMs?: number;
  readonly describe?: () => string;
}
