import type { Generated } from 'kysely';
import type { Quote } from '../answer/index.ts';
import type { DeliveryKind } from './delivery.ts';
import type { DeskQuestionRow } from './desk-question-row.ts';
import type { DraftRow } from './filing/draft-row.ts';
import type { InstallationRow, InstallStateRow } from './installations/installation-row.ts';
import type { Outcome, Surface } from './question.ts';
import type { RecallChange, RecallState, RecallVerb } from './recalls/recall.ts';
import type { RecallRowKind, RecallRowReason, RecallRowState, RecallWay } from './recalls/recall-row.ts';
import type { Rating } from './report.ts';
import type { UnsureQuestionRow, WaitingQuestionRow } from './waiting/waiting-rows.ts';

/**
 * What the tables hold. Times are ISO 8601 in UTC with milliseconds: both databases keep them alike, they sort as
 * text, and a person reading the table can read them. Claims made true or false are 1 or 0: SQLite has no boolean.
 */
export interface Tables {
  readonly migrations: { readonly name: string };
  readonly claims: ClaimRow;
  readonly questions: QuestionRow;
  readonly quoted_facts: QuotedFactRow;
  readonly deliveries: DeliveryRow;
  readonly fact_versions: FactVersionRow;
  readonly direct_messages: DirectMessagesRow;
  readonly choices: ChoiceRow;
  readonly feedback: FeedbackRow;
  readonly desk_questions: DeskQuestionRow;
  readonly notices: NoticeRow;
  readonly reviews: ReviewRow;
  readonly drafts: DraftRow;
  readonly reply_frames: ReplyFrameRow;
  readonly recalls: RecallTable;
  readonly recall_rows: RecallRowTable;
  readonly unsure_questions: UnsureQuestionRow;
  readonly waiting_questions: WaitingQuestionRow;
  readonly installations: InstallationRow;
  readonly install_states: InstallStateRow;
}

export interface ClaimRow {
  /** Hash of the event key. */
  readonly key: string;
  /** When somebody last took it in hand. */
  readonly claimed_at: string;
  /** Null while the work is under way, or was cut short. */
  readonly done_at: string | null;
  /** How often it was taken in hand. */
  readonly tries: number;
  /** Which call wrote the row: the same call, repeated after its connection was lost, knows its own again. */
  readonly call_id: string | null;
}

export interface QuestionRow {
  /** Hash of the event key that brought the question. */
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
  /** How often answering was begun without an end. */
  readonly attempts: number;
  readonly outcome: Outcome | null;
  readonly decided_at: string | null;
  readonly replied_at: string | null;
  /** By what the confidences were worked out; null where there is no answer, and of answers of older versions. */
  readonly decision: string | null;
  /** Which call accepted it, or began to answer it again. */
  readonly call_id: string | null;
}

export interface QuotedFactRow {
  readonly question_id: string;
  /** From 0, best first. */
  readonly position: number;
  readonly fact_id: string;
  readonly fact_hash: string;
  /** Probability (0 to 1) that was claimed of it; null of answers of older versions. */
  readonly confidence: number | null;
}

export interface DeliveryRow {
  readonly id: string;
  readonly question_id: string;
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly channel: string | null;
  readonly message_ts: string | null;
  readonly seen_by: string | null;
  readonly sent_by: string | null;
  readonly delivered_at: string;
  readonly kind: DeliveryKind;
  /** Who got it. Null once the person was erased, and where a workflow did. */
  readonly person: string | null;
  /** Place among the facts of its message, from 0. */
  readonly position: number;
  /** Messages that bear the same are parts of one. Null where they were recorded before that was kept. */
  readonly call_id: string | null;
}

export interface FactVersionRow {
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly text: string;
  readonly source_line: string;
  readonly kind: Quote['kind'];
  readonly attribution: string;
  readonly as_of: string;
  readonly published: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly first_shown_at: string;
}

/** Where a person's direct messages with the app stand. */
export interface DirectMessagesRow {
  readonly person: string;
  readonly channel: string;
}

export interface ChoiceRow {
  readonly id: string;
  readonly question_id: string;
  readonly fact_id: string;
  readonly chosen_by: string | null;
  readonly chosen_at: string;
}

export interface FeedbackRow {
  readonly id: string;
  readonly question_id: string;
  readonly fact_id: string | null;
  readonly fact_hash: string | null;
  readonly given_by: string | null;
  readonly verdict: Rating;
  readonly line: string | null;
  readonly given_at: string;
  readonly desk_channel: string | null;
  readonly desk_message_ts: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly note: string | null;
  readonly complainer_told_at: string | null;
  /** Which call recorded it, then which closed it. */
  readonly call_id: string | null;
}

export interface NoticeRow {
  /** What the desk was told of, once for ever. */
  readonly key: string;
  readonly told_at: string;
}

export interface ReviewRow {
  /** Hash of the event key. */
  readonly id: string;
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly kind: 'still-true' | 'snooze';
  readonly reviewed_by: string | null;
  readonly reviewed_at: string;
  /** Why it can wait; null of what is still true. */
  readonly reason: string | null;
  /** Day (`2026-12-07`) until which it can wait; null of what is still true. */
  readonly until_day: string | null;
}

export interface ReplyFrameRow {
  readonly question_id: string;
  /** JSON: a list for each message of the reply, of its own lines and of the places of its quotes. */
  readonly pages: string;
}

export interface RecallTable {
  readonly number: Generated<number>;
  /** Id of the fact while it is open or running; no two such recalls share one. */
  readonly open_key: string | null;
  readonly fact_id: string;
  readonly change: RecallChange;
  /** The version that was shown last. */
  readonly from_hash: string;
  /** What stands for it now; null when nothing does. */
  readonly to_fact_id: string | null;
  readonly to_hash: string | null;
  /** Its words as JSON; they are kept among those that were shown once somebody is to be shown them. */
  readonly to_words: string | null;
  readonly state: RecallState;
  /** 1 once the fact was seen in another state after the decision, which settles nothing from then on. */
  readonly is_past: Generated<0 | 1>;
  readonly verb: RecallVerb | null;
  readonly reason: string | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly opened_at: string;
  readonly finished_at: string | null;
  readonly desk_channel: string | null;
  readonly desk_message_ts: string | null;
  /** Which call opened, changed or decided it. */
  readonly call_id: string | null;
}

export interface RecallRowTable {
  readonly id: string;
  readonly recall: number;
  readonly kind: RecallRowKind;
  readonly question_id: string;
  /** The version that the copy shows, or that the person holds. */
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly shown_at: string;
  /** Who is told; null of a copy, and once the person was erased. */
  readonly person: string | null;
  /** Where the copy stands, or where the person got it. */
  readonly channel: string | null;
  readonly message_ts: string | null;
  readonly state: RecallRowState;
  readonly way: RecallWay | null;
  readonly reason: RecallRowReason | null;
  readonly taken_at: string | null;
  readonly done_at: string | null;
  readonly notice_channel: string | null;
  readonly notice_ts: string | null;
  readonly seen_at: string | null;
  readonly reminded_at: string | null;
}
