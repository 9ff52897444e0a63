import type { MessagePlace } from './desk-question.ts';
import type { FactVersion } from './question.ts';

/** Why an answer is not right. */
export type ComplaintReason = 'wrong-fact' | 'out-of-date' | 'badly-worded' | 'other';

/** "Not right", as it is remembered. */
export interface Complaint {
  readonly id: string;
  readonly questionId: string;
  readonly fact: FactVersion | null;
  /** Null once the person was erased. */
  readonly givenBy: string | null;
  readonly reason: ComplaintReason;
  readonly line: string | null;
  readonly givenAt: Date;
  /** The message in the desk channel, once posted. */
  readonly deskMessage: MessagePlace | null;
  /** Null while the desk has not closed it. */
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  /** What the desk tells the person. */
  readonly note: string | null;
}

/** The desk closes a complaint. */
export interface ComplaintClosing {
  readonly complaintId: string;
  /** What the person is told. */
  readonly note: string | null;
  readonly closedBy: string;
}

/** What a kill may have left half done about complaints. */
export interface UnfinishedComplaints {
  /** Open, and not yet in the desk channel. Oldest first. */
  readonly unposted: readonly Complaint[];
  /** Closed by the desk, and the person does not know. Oldest first. */
  readonly untold: readonly Complaint[];
}
