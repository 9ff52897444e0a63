import { type Passage, type Review, reviewOf } from '../corpus/index.ts';
import type { Searcher } from './searcher.ts';
import type { OverdueSince } from './to-quote.ts';

/** By what facts become due for a review. */
export interface ReviewSettings {
  readonly now: () => Date;
  /** Whole days after which a fact that nobody checked again is due for a review. @default never by itself */
  readonly reviewAfterDays?: number | undefined;
  /** The day on which the desk said of a fact, as it stands, that it is still true. @default it never did */
  readonly foundTrueOn?: ((passage: Passage) => string | undefined) | undefined;
}

/** When a fact was checked and is due. What an article said, it said: null, it is not reviewed. */
export type ReviewPassage = (passage: Passage) => Review | null;

/** Tells by the clock when facts are due. */
export function createReviewPassage(settings: ReviewSettings): ReviewPassage {
  const { now, reviewAfterDays: afterDays, foundTrueOn = () => undefined } = settings;
  return (passage) => {
    if (passage.kind === 'article') return null;
    const today = now().toISOString().slice(0, 10);
    return reviewOf(passage, { today, afterDays, foundTrueOn: foundTrueOn(passage) });
  };
}

/** Tells since when facts are overdue. */
export function createOverdueSince(review: ReviewPassage): OverdueSince {
  return (passage) => {
    const reviewed = review(passage);
    return reviewed?.isOverdue === true ? reviewed.due : undefined;
  };
}

/** A fact of the desk that is overdue for a review. */
export interface OverdueFact {
  readonly factId: string;
  /** Whole days since somebody checked it last, from 0. */
  readonly days: number;
}

/** The facts of the desk that may be shown and are overdue for a review. */
export function findOverdue({ facts }: Searcher, review: ReviewPassage): readonly OverdueFact[] {
  return facts.flatMap((passage) => {
    const reviewed = review(passage);
    return reviewed?.isOverdue === true ? [{ factId: passage.id, days: reviewed.days }] : [];
  });
}
