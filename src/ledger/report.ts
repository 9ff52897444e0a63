import type { MessageRef } from './desk-question.ts';
import type { FactVersion } from './shown-fact.ts';

/** Why an answer is not right. */
export type ReportReason = 'wrong-fact' | 'out-of-date' | 'badly-worded' | 'other';

/** What somebody says of a reply: that it helped, or why it is not right. */
export type Rating = 'helpful' | ReportReason;

/** Somebody presses "Helpful" under a reply. */
export interface HelpfulReply {
  /** The same for every redelivery of the same press, and for nothing else. */
  readonly eventKey: string;
  readonly questionId: string;
  /** The fact it is about, as it was shown; null for the answer as a whole. */
  readonly fact: FactVersion | null;
  readonly givenBy: string;
}

/** Somebody says that a fact or a reply is not right. */
export interface NewReport extends HelpfulReply {
  readonly reason: ReportReason;
  /** What they added in words. */
  readonly line: string | null;
}

/** Whether the report is new, or one that is already in the ledger. Its id either way. */
export interface RecordedReport {
  readonly kind: 'recorded' | 'repeated';
  readonly reportId: string;
}

/** A report as it is remembered. */
export interface Report {
  readonly id: string;
  readonly questionId: string;
  readonly fact: FactVersion | null;
  /** Null once the person was erased. */
  readonly givenBy: string | null;
  readonly reason: ReportReason;
  readonly line: string | null;
  readonly givenAt: Date;
  /** The message in the desk channel, once posted. */
  readonly deskMessage: MessageRef | null;
  /** Null while the desk has not closed it. */
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  /** What the desk tells the person. */
  readonly note: string | null;
}

/** The desk closes a report. */
export interface ReportClosing {
  readonly reportId: string;
  /** What the person is told. */
  readonly note: string | null;
  readonly closedBy: string;
}

/** What a kill may have left half done about reports. */
export interface UnfinishedReports {
  /** Open, and not yet in the desk channel. Oldest first. */
  readonly unposted: readonly Report[];
  /** Closed by the desk, and the person does not know. Oldest first. */
  readonly untold: readonly Report[];
}
