import type { Wait } from './patiently.ts';

/** A time in which nobody calls. It is the same for all who wait for its end. */
export interface Pause {
  /** Begins a pause, unless there is one already. @param ms how long */
  begin(ms: number): void;
  /** How long the present pause is altogether, in milliseconds; 0 where there is none. */
  length(): number;
  /** Resolves at the end of the pause, with its length in milliseconds; at once, with 0, where there is none. */
  over(): Promise<number>;
}

/** No pause yet. */
export function createPause(wait: Wait): Pause {
  let current: { readonly ms: number; readonly end: Promise<void> } | null = null;
  return {
    begin(ms) {
      if (current !== null) return;
      const end = wait(ms).then(() => {
        current = null;
      });
      current = { ms, end };
    },
    length: () => current?.ms ?? 0,
    async over() {
      const { ms = 0, end } = current ?? {};
      await end;
      return ms;
    },
  };
}
