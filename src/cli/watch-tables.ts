import type { Logger } from 'pino';
import type { Ledger } from '../ledger/index.ts';

const MINUTE_MS = 60_000;

/**
 * Looks now and then whether a newer factdesk has brought the ledger up to date under this one, and warns once: this
 * one goes on, since migrations only add, but it cannot start again. Gives a function that ends the looking.
 */
export function watchTables(
  ledger: Pick<Ledger, 'isMigrated'>,
  logger: Logger,
  everyMs: number = MINUTE_MS,
): () => void {
  const timer = setInterval(async () => {
    // A ledger that is away is told by who asks it for something.
    const isOurs = await ledger.isMigrated().catch(() => true);
    if (isOurs) return;
    clearInterval(timer);
    logger.warn(
      'a newer factdesk has changed the tables of the ledger. This one goes on, but cannot start again: upgrade it',
    );
  }, everyMs);
  return () => clearInterval(timer);
}
