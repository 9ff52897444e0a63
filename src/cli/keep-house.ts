import type { Logger } from 'pino';
import type { Ledger } from '../ledger/index.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Forgets what is to be forgotten, now and once a day: old claims, and the words of private questions older than
 * `retentionDays`. Gives a function that ends it, and resolves when nothing is under way any more. A failure is logged
 * and tried again within the hour.
 */
export function keepHouse(ledger: Ledger, retentionDays: number, logger: Logger): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  const forget = async () => {
    const isDone = await forgetNow(ledger, retentionDays, logger);
    if (isEnded) return;
    timer = setTimeout(
      () => {
        underWay = forget();
      },
      isDone ? DAY_MS : HOUR_MS,
    );
  };
  let underWay = forget();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await underWay;
  };
}

async function forgetNow(ledger: Ledger, retentionDays: number, logger: Logger): Promise<boolean> {
  try {
    const { stillOnDisk } = await ledger.forgetOldWords(retentionDays);
    if (stillOnDisk !== null) logger.warn(`Forgotten words are still on the disk: ${stillOnDisk}`);
    await ledger.pruneClaims();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ reason }, 'old entries were not erased');
    return false;
  }
}
