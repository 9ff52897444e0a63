import type { WaitingBecause } from './waiting-question.ts';

/** A question that was answered without being sure, and of which it is not known yet whether it waits for anything. */
export interface UnsureQuestionRow {
  readonly question_id: string;
}

/** A fact that a question waits for. Neither table holds people or words. */
export interface WaitingQuestionRow {
  readonly question_id: string;
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly because: WaitingBecause;
}
