import type { Outcome, Question } from '../../ledger/index.ts';
import type { Services } from '../services/services.ts';

/** Tells whoever runs the bot that a question is done with. */
export function tellObserver(
  { observer, now }: Services,
  outcome: Outcome,
  { surface, askedAt }: Pick<Question, 'surface' | 'askedAt'>,
): void {
  const seconds = Math.max(0, now().getTime() - askedAt.getTime()) / 1_000;
  observer.replied({ surface, outcome, seconds });
}
