import type { Question } from '../question.ts';
import type { FactVersion } from '../shown-fact.ts';

/** Why a fact could not be shown when it was asked for. */
export type WaitingBecause = 'embargo' | 'being-changed';

/** A fact that a question waits for: as it stood then, and no words of it. */
export interface WaitedFor extends FactVersion {
  readonly because: WaitingBecause;
}

/** A question that waits for facts which may be shown later. */
export interface WaitingQuestion {
  readonly question: Question;
  /** At least one. */
  readonly facts: readonly WaitedFor[];
}
