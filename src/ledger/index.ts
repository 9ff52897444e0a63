export type { Attempts } from './attempts.ts';
export type { Begun, Claims } from './claims.ts';
export type { LedgerCounts } from './counts.ts';
export type { Deliveries, Delivery } from './deliveries.ts';
export type { DeskBook } from './desk-book.ts';
export type {
  AskedDesk,
  DeskClosing,
  DeskQuestion,
  DeskRequest,
  DeskState,
  MessagePlace,
  UnfinishedDeskWork,
} from './desk-question.ts';
export { type ExportedRecord, RECORD_COLUMNS, type RecordKind } from './exported-record.ts';
export { factVersion } from './fact-version.ts';
export type { Ledger } from './ledger.ts';
export { LedgerError } from './ledger-error.ts';
export { type LedgerPlace, openLedger } from './open-ledger.ts';
export type { ErasedCounts, Erasure, ForgottenCounts, Privacy } from './privacy.ts';
export type {
  Conversation,
  FactVersion,
  NewQuestion,
  Outcome,
  Question,
  Surface,
  UnansweredQuestion,
} from './question.ts';
export type { Accepted, Questions } from './questions.ts';
export type { Records } from './record-export.ts';
export type { FeedbackBook, NewFeedback, TakenFeedback, Verdict } from './record-report.ts';
export type { Complaint, ComplaintClosing, ComplaintReason, UnfinishedComplaints } from './report.ts';
export type { ComplaintBook } from './report-book.ts';
