import type { Outcome, Surface } from './question.ts';

/**
 * What the tables hold. Times are ISO 8601 in UTC with milliseconds: both databases keep them alike, they sort as
 * text, and a person reading the table can read them. Claims made true or false are 1 or 0: SQLite has no boolean.
 */
export interface Tables {
  readonly migrations: { readonly name: string };
  readonly claims: ClaimRow;
  readonly questions: QuestionRow;
  readonly quoted_facts: QuotedFactRow;
}

export interface ClaimRow {
  /** Hash of the delivery key. */
  readonly key: string;
  readonly claimed_at: string;
}

export interface QuestionRow {
  /** Hash of the delivery key that brought the question. */
  readonly id: string;
  readonly asked_by: string | null;
  readonly team: string | null;
  readonly channel: string | null;
  readonly thread: string | null;
  readonly surface: Surface;
  readonly words: string | null;
  readonly is_private: 0 | 1;
  readonly reply_address: string | null;
  readonly asked_at: string;
  /** When a copy of the bot last took the question in hand. */
  readonly taken_at: string;
  readonly outcome: Outcome | null;
  readonly decided_at: string | null;
  readonly replied_at: string | null;
}

export interface QuotedFactRow {
  readonly question_id: string;
  /** From 0, best first. */
  readonly position: number;
  readonly fact_id: string;
  readonly fact_hash: string;
}
