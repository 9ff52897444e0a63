import { orderByDamage } from '../../ledger/index.ts';
import type { DueFact, DueFacts } from '../blocks/due-facts.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { ifReachable } from './if-reachable.ts';

const MOST_SHOWN = 5;
const NEVER_SHOWN = { copies: 0, people: 0 } as const;

/** The facts that are due for a review and were not put off, those first that may do most damage. */
export async function findDueFacts(services: Services): Promise<DueFacts> {
  const { ledger, now } = services;
  const files = filesIn(null, services);
  await ledger.readReviews();
  const today = now().toISOString().slice(0, 10);
  const overdue = (await files.overdueFacts()).filter(({ factId }) => {
    const snooze = ledger.knownSnooze(factId);
    return snooze === undefined || snooze.until < today;
  });
  const uses = await ledger.reachOf(overdue.map(({ factId }) => factId));
  const ordered = orderByDamage(
    overdue.map(({ factId, days }) => ({ factId, days, use: uses.get(factId) ?? NEVER_SHOWN })),
  );
  const first: DueFact[] = [];
  for (const { factId, ...weighed } of ordered) {
    if (first.length === MOST_SHOWN) break;
    const fact = await ifReachable(files.fact(factId), null);
    if (fact !== null) first.push({ quote: fact.quote, ...weighed });
  }
  return { first, count: overdue.length };
}
