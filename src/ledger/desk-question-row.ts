import type { DeskState } from './desk-question.ts';

/** A question to the desk, as it is kept. */
export interface DeskQuestionRow {
  readonly id: string;
  /** Hash of asker and meaning while open; no two open questions share one. */
  readonly open_key: string | null;
  readonly question_id: string;
  readonly asked_by: string | null;
  readonly words: string | null;
  readonly is_private: 0 | 1;
  readonly times: number;
  readonly state: DeskState;
  readonly first_asked_at: string;
  readonly last_asked_at: string;
  readonly desk_channel: string | null;
  readonly desk_message_ts: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly note: string | null;
  readonly asker_told_at: string | null;
  /** Which call closed it. */
  readonly call_id: string | null;
  /** The same for questions that mean the same: they have one card. */
  readonly group_id: string;
  /** The fact that answered it; null where the desk closed it in words. */
  readonly answer_fact_id: string | null;
  /** The fact that may answer it, and of which version the desk knows. */
  readonly proposed_fact_id: string | null;
  readonly proposed_fact_hash: string | null;
  /** Why the asker could not be told the fact, as a word; null when they were, or not yet. */
  readonly not_told: string | null;
}
