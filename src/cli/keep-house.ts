import type { Logger } from 'pino';
import type { Ledger } from '../ledger/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets what is to be forgotten, now and once a day: old claims, and the words of private questions older than
 * `retentionDays`. Gives a function that ends it. A failure is logged and tried again the next day.
 */
export function keepHouse(ledger: Ledger, retentionDays: number, logger: Logger): () => void {
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
  void forget();
  const timer = setInterval(() => void forget(), DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
