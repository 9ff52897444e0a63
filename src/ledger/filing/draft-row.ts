import type { DraftState } from './draft.ts';

/** A fact that the desk writes in Slack. */
export interface DraftRow {
  readonly id: string;
  readonly group_id: string;
  readonly version: number;
  readonly version_key: string;
  readonly state: DraftState;
  /** JSON of all that was filled in. */
  readonly fields: string | null;
  readonly written_by: string | null;
  readonly written_at: string;
  readonly sent_back_by: string | null;
  readonly note: string | null;
  readonly signed_by: string | null;
  readonly signed_at: string | null;
  readonly checked_by: string | null;
  readonly fact_id: string | null;
  readonly sheet: string | null;
  readonly trouble: string | null;
  readonly desk_channel: string | null;
  readonly desk_message_ts: string | null;
  /** Which call signed it, or sent it back. */
  readonly call_id: string | null;
}
