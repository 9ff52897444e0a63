import type { Logger } from 'pino';
import type { Ledger } from '../ledger/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets what is to be forgotten, now and once a day: old claims, and the words of private questions older than
 * `retentionDays`. Gives a function that ends it, and resolves when nothing is under way any more. A failure is logged
 * and tried again the next day.
 */
export function keepHouse(ledger: Ledger, retentionDays: number, logger: Logger): () => Promise<void> {
  const forget = async () => {
    try {
      await ledger.forgetOldWords(retentionDays);
      await ledger.pruneClaims();
    } catch (error) {
      logger.error(
        { reason: error instanceof Error ? error.message : String(error) },
        'old entries were not erased',
      );
    }
  };
  let underWay = forget();
  const timer = setInterval(() => {
    underWay = forget();
  }, DAY_MS);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
