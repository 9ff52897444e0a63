import type { Quote } from '../../answer/index.ts';
import { factVersion, type Recall } from '../../ledger/index.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** What is told instead of a fact that was shown. */
export interface RecalledFact {
  /** Null where nothing stands for it, or nothing that may be shown there. */
  readonly quote: Quote | null;
}

/**
 * What a recall puts in the place of a fact, as far as it may be shown in a channel; null where the fact has changed
 * once more since the desk decided, so that a newer recall takes the place of this one.
 */
export async function recalledFact(
  { to, verb }: Pick<Recall, 'to' | 'verb'>,
  channel: string | null,
  services: Services,
): Promise<RecalledFact | null> {
  if (to === null || verb === 'withdraw') return { quote: null };
  const details = await services.factDesk.fact(to.factId);
  if (details === null || factVersion(details.quote).factHash !== to.factHash) return null;
  const there = await filesIn(channel, services).fact(to.factId);
  return { quote: there === null ? null : details.quote };
}
