import { reviewOf } from '../corpus/index.ts';
import type { OverdueSince } from './to-quote.ts';

/** Tells of facts that are overdue by the clock. What an article said, it said: it is not reviewed. */
export function createOverdueSince(now: () => Date, afterDays: number | undefined): OverdueSince {
  return (passage) => {
    if (passage.kind === 'article') return undefined;
    const { due, isOverdue } = reviewOf(passage, { today: now().toISOString().slice(0, 10), afterDays });
    return isOverdue ? due : undefined;
  };
}
