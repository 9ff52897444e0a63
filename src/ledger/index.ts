export type { Attempts } from './attempts.ts';
export type { LedgerRow, LedgerSnapshot } from './backup/ledger-snapshot.ts';
export { openSnapshot } from './backup/open-snapshot.ts';
export { restoreLedger } from './backup/restore-ledger.ts';
export { checkedOn } from './checked-on.ts';
export type { Begun, Claims } from './claims.ts';
export type { LedgerCounts } from './counts.ts';
export { damageOf, orderByDamage, type WeighedFact } from './damage.ts';
export type { Deliveries } from './deliveries.ts';
export type { Delivery, DeliveryKind } from './delivery.ts';
export type {
  AskedDesk,
  DeskClosing,
  DeskQuestion,
  DeskRequest,
  DeskState,
  MessageRef,
  UnfinishedDeskWork,
} from './desk-question.ts';
export type { DeskQuestions } from './desk-questions.ts';
export type { ErasedCounts } from './erase-person.ts';
export { type ExportedRecord, RECORD_COLUMNS, type RecordKind } from './exported-record.ts';
export type { FactReach } from './fact-reach.ts';
export type { FactReviews, RecordedCheck, Snooze } from './fact-reviews.ts';
export type { FactUse, FactUses } from './fact-uses.ts';
export { factVersion, shownFact } from './fact-version.ts';
export type { Draft, KeptDraft } from './filing/draft.ts';
export { type FiledDraft, fileDrafts } from './filing/file-drafts.ts';
export type { ForgottenCounts } from './forget-old-words.ts';
export type { InHand } from './in-hand.ts';
export { inTurn } from './in-turn.ts';
export type { InstallStates } from './installations/install-states.ts';
export type { KeptInstallation, KeptInstallations, Sealed } from './installations/kept-installations.ts';
export type { Job } from './jobs.ts';
export type { Ledger } from './ledger.ts';
export { LedgerError } from './ledger-error.ts';
export { makeSchema } from './make-schema.ts';
export { type LedgerLocation, type LedgerPlace, openLedger } from './open-ledger.ts';
export type { Erasure, Privacy } from './privacy.ts';
export type {
  DecidedAnswer,
  NewQuestion,
  Outcome,
  Question,
  ReplyFrame,
  Surface,
  ThreadRef,
  UnansweredQuestion,
} from './question.ts';
export type { Accepted, Questions } from './questions.ts';
export type { KeptVersion } from './read-versions.ts';
export type {
  FoundChange,
  Recall,
  RecallChange,
  RecallDecision,
  RecallVerb,
} from './recalls/recall.ts';
export type {
  RecallProgress,
  RecallRow,
  RecallRowKind,
  RecallRowReason,
  RecallRowResult,
} from './recalls/recall-row.ts';
export type { OldVersionReach } from './recalls/recalls.ts';
export type { Received, ReceivedFact, ReceivedFacts } from './received/received-facts.ts';
export type { Records } from './record-export.ts';
export type { Replies } from './replies.ts';
export type {
  HelpfulReply,
  NewReport,
  Rating,
  RecordedReport,
  Report,
  ReportClosing,
  ReportReason,
  UnfinishedReports,
} from './report.ts';
export type { Reports } from './reports.ts';
export type { FactVersion, ShownFact, ShownWords } from './shown-fact.ts';
export type { ShownReplies } from './shown-replies.ts';
export type { ShownReply } from './shown-reply.ts';
export { hasLedgerFile } from './sqlite-database.ts';
export type { SureAnswers, Verdict, Verdicts } from './verdicts.ts';
export type { WaitedFor, WaitingQuestion } from './waiting/waiting-question.ts';
