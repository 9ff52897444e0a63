/** Who finds a database away waits for it in vain; those who come within this time are not made to wait as well. */
const AWAY_MS = 2_000;

/** Whether a database was found away just now. */
export interface Availability {
  isAway(): boolean;
  /** Somebody waited in vain. */
  tellAway(): void;
}

/** A database that nobody has waited for in vain. */
export function createAvailability(): Availability {
  let timer: NodeJS.Timeout | undefined;
  return {
    isAway: () => timer !== undefined,
    tellAway() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
      }, AWAY_MS);
      // It keeps no process from ending.
      timer.unref();
    },
  };
}
