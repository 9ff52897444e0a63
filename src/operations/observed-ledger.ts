import { type Ledger, LedgerError } from '../ledger/index.ts';

/** The ledger, and whoever is told when it cannot do what it is asked. */
export function observedLedger(ledger: Ledger, onFailure: () => void): Ledger {
  return new Proxy(ledger, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]) => {
        const result: unknown = Reflect.apply(member, target, given);
        if (result instanceof Promise)
          result.catch((error: unknown) => {
            if (error instanceof LedgerError) onFailure();
          });
        return result;
      };
    },
  });
}
