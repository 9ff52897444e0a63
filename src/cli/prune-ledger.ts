import type { Logger } from 'pino';
import { inTurn, type Ledger } from '../ledger/index.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Prunes a ledger now and once a day: erases old claims, and the words of private questions older than `retentionDays`.
 * Of several copies of the bot one does so at a time. Gives a function that ends it and resolves when no pruning is
 * under way any more. A failure is logged and retried within the hour.
 */
export function pruneLedger(ledger: Ledger, retentionDays: number, logger: Logger): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const ending = new AbortController();
  const prune = async () => {
    const isDone = await pruneOnce(ledger, { retentionDays, logger, stopping: ending.signal });
    if (ending.signal.aborted) return;
    timer = setTimeout(
      () => {
        underWay = prune();
      },
      isDone ? DAY_MS : HOUR_MS,
    );
  };
  let underWay = prune();
  return async () => {
    ending.abort();
    clearTimeout(timer);
    await underWay;
  };
}

interface Pruning {
  readonly retentionDays: number;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

async function pruneOnce(ledger: Ledger, { retentionDays, logger, stopping }: Pruning): Promise<boolean> {
  try {
    await inTurn({ job: 'pruning', ledger, stopping }, async () => {
      const { stillOnDisk } = await ledger.forgetOldWords(retentionDays);
      if (stillOnDisk !== null) logger.warn(`Forgotten words are still on the disk: ${stillOnDisk}`);
      await ledger.pruneClaims();
    });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ reason }, 'old entries were not erased');
    return false;
  }
}
