import type { Ledger } from '../ledger/index.ts';

/** A call to the ledger that has come to its end. */
export interface LedgerCall {
  /** Name of what was called. */
  readonly method: string;
  /** In milliseconds of `performance.now()`. */
  readonly startedAt: number;
  /** What it rejected with; undefined where it did not. */
  readonly error: unknown;
}

/** The ledger, and whoever is told of each call to it; never of what it was called with. */
export function observedLedger(ledger: Ledger, onCall: (call: LedgerCall) => void): Ledger {
  return new Proxy(ledger, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]) => {
        const startedAt = performance.now();
        const tell = (error?: unknown) => onCall({ method: String(name), startedAt, error });
        const result: unknown = Reflect.apply(member, target, given);
        if (result instanceof Promise) result.then(() => tell(), tell);
        return result;
      };
    },
  });
}
