import type { MessageRef } from '../desk-question.ts';
import type { FactVersion } from '../shown-fact.ts';

/** A message that shows the fact, or a person who got it. */
export type RecallRowKind = 'copy' | 'person';

/** `cancelled` when the fact changed again before its turn came. */
export type RecallRowState = 'waiting' | 'done' | 'unreached' | 'cancelled';

/** In what way a copy or a person was reached. */
export type RecallWay = 'edited' | 'thread-reply' | 'told';

/** Why a copy or a person could not be reached. */
export type RecallRowReason =
  | 'archived'
  | 'not-in-channel'
  | 'deleted'
  | 'edit-window-closed'
  | 'deactivated'
  | 'no-direct-messages'
  | 'went-to-workflow'
  | 'erased'
  | 'refused';

/** One copy to change or one person to tell. */
export interface RecallRow {
  readonly id: string;
  readonly recall: number;
  readonly kind: RecallRowKind;
  readonly questionId: string;
  /** The version that the copy shows, or that the person holds. */
  readonly held: FactVersion;
  /** When it was shown. */
  readonly shownAt: Date;
  /** Who is told; null of a copy, and once the person was erased. */
  readonly person: string | null;
  /** Where the copy stands, or where the person got it. Null where Slack did not tell. */
  readonly channel: string | null;
  readonly messageTs: string | null;
  readonly state: RecallRowState;
  readonly way: RecallWay | null;
  readonly reason: RecallRowReason | null;
  readonly doneAt: Date | null;
  /** What told the person, or replied to the copy. */
  readonly notice: MessageRef | null;
  readonly seenAt: Date | null;
  readonly remindedAt: Date | null;
}

/** What came of one row. */
export type RecallRowResult =
  | { readonly state: 'done'; readonly way: RecallWay; readonly notice: MessageRef | null }
  | { readonly state: 'unreached'; readonly reason: RecallRowReason };

/** How far a recall has come, in numbers. */
export interface RecallProgress {
  readonly copies: { readonly all: number; readonly edited: number; readonly replied: number };
  readonly people: { readonly all: number; readonly told: number; readonly seen: number };
  readonly waiting: number;
  /** By reason, how many could not be reached. */
  readonly unreached: ReadonlyMap<RecallRowReason, number>;
}
