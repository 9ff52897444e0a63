import type { Quote } from '../../answer/index.ts';
import { factVersion, type Recall } from '../../ledger/index.ts';
import type { WithoutWords } from '../blocks/recall/note-on-copy.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** What is told instead of a fact that was shown; without words, why there are none. */
export type RecalledFact =
  | { readonly quote: Quote; readonly without: null }
  | { readonly quote: null; readonly without: WithoutWords };

/**
 * What a recall puts in the place of a fact, as far as it may be shown in a channel; null where the fact has changed
 * once more since the desk decided, so that a newer recall takes the place of this one.
 */
export async function recalledFact(
  { to, verb }: Pick<Recall, 'to' | 'verb'>,
  channel: string | null,
  services: Services,
): Promise<RecalledFact | null> {
  if (to === null || verb === 'withdraw') return { quote: null, without: 'withdrawn' };
  const details = await services.factDesk.fact(to.factId);
  if (details === null || factVersion(details.quote).factHash !== to.factHash) return null;
  const there = await filesIn(channel, services).fact(to.factId);
  return there === null ? { quote: null, without: 'not-shown' } : { quote: details.quote, without: null };
}
