export type { Claims } from './claims.ts';
export type { Ledger } from './ledger.ts';
export { LedgerError } from './ledger-error.ts';
export { type LedgerPlace, openLedger } from './open-ledger.ts';
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
