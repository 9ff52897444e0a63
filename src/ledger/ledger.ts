import type { Attempts } from './attempts.ts';
import type { Claims } from './claims.ts';
import type { Deliveries } from './deliveries.ts';
import type { DeskQuestions } from './desk-questions.ts';
import type { Reach } from './fact-reach.ts';
import type { FactReviews } from './fact-reviews.ts';
import type { Uses } from './fact-uses.ts';
import type { Drafts } from './filing/drafts.ts';
import type { QuestionGroups } from './filing/question-groups.ts';
import type { InHand } from './in-hand.ts';
import type { InstallStates } from './installations/install-states.ts';
import type { KeptInstallations } from './installations/kept-installations.ts';
import type { Jobs } from './jobs.ts';
import type { Privacy } from './privacy.ts';
import type { Questions } from './questions.ts';
import type { Recalls } from './recalls/recalls.ts';
import type { Received } from './received/received-facts.ts';
import type { Records } from './record-export.ts';
import type { Replies } from './replies.ts';
import type { Reports } from './reports.ts';
import type { ShownReplies } from './shown-replies.ts';
import type { Verdicts } from './verdicts.ts';
import type { Waiting } from './waiting/waiting.ts';

/**
 * What the bot remembers, over restarts and over all copies that share the database. Every method rejects with
 * `LedgerError` when the database cannot be used; what a resolved promise reported as written survives a kill. What the
 * bot asks while somebody waits is told within 2.5 seconds; when a connection is lost in the middle it is done once
 * more, which may double that. Every write comes to the same when it is done twice by the same call.
 */
export interface Ledger
  extends Claims,
    Jobs,
    Questions,
    Attempts,
    InHand,
    Deliveries,
    Reach,
    FactReviews,
    Received,
    Replies,
    Uses,
    ShownReplies,
    Reports,
    Verdicts,
    DeskQuestions,
    QuestionGroups,
    Drafts,
    Recalls,
    Waiting,
    KeptInstallations,
    InstallStates,
    Privacy,
    Records {
  /** Whether the tables are those that this version knows; rejects when they cannot be looked at. */
  isMigrated(): Promise<boolean>;
  /** Lets go of the database; what is under way gets two seconds. Nothing may be asked afterwards. */
  close(): Promise<void>;
}
