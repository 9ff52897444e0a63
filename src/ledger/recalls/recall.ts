import type { MessageRef } from '../desk-question.ts';
import type { FactVersion, ShownFact, ShownWords } from '../shown-fact.ts';

/** What became of a fact that was shown. */
export type RecallChange =
  /** It reads differently now, or says another source. */
  | 'changed'
  /** Another fact stands for it. */
  | 'replaced'
  /** It was withdrawn or removed, or may not be shown any more. */
  | 'gone'
  /** Its id names a quite different fact now. */
  | 'reused';

/** What the desk may do about a change. */
export type RecallVerb =
  /** Copies are corrected, and everybody who got it is told. */
  | 'correct'
  /** Copies are corrected; nobody is told. */
  | 'refile'
  /** Copies are replaced by a warning, and everybody who got it is told. */
  | 'withdraw'
  /** Nothing is done, for a reason. */
  | 'leave';

/** How far a recall has come. */
export type RecallState =
  /** The desk has not decided. */
  | 'open'
  /** Copies and people are being reached. */
  | 'running'
  | 'done'
  /** The desk left everything as it is. */
  | 'left'
  /** The fact changed again while it ran; a newer one goes on with it. */
  | 'superseded'
  /** The fact reads again as it was shown. */
  | 'moot';

/** A change of a fact that was shown, and what the desk does about it. */
export interface Recall {
  /** From 1; people name it by that. */
  readonly number: number;
  readonly change: RecallChange;
  /** The version that was shown last. */
  readonly from: FactVersion;
  /** What stands for it now, with its words; null when nothing does. */
  readonly to: (FactVersion & { readonly words: ShownWords | null }) | null;
  readonly state: RecallState;
  /** Null until the desk decided. */
  readonly verb: RecallVerb | null;
  /** What was wrong, or why nothing is done; null where nobody said, and once its writer was erased. */
  readonly reason: string | null;
  /** Null once the person was erased, too. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly openedAt: Date;
  readonly finishedAt: Date | null;
  /** The card in the desk channel, once posted. */
  readonly deskMessage: MessageRef | null;
}

/** A change that was found. */
export interface FoundChange {
  readonly change: RecallChange;
  readonly from: FactVersion;
  /** With its words, which are kept; null when nothing stands for it now. */
  readonly to: ShownFact | null;
}

/** What opening a recall came to. */
export interface OpenedRecall {
  readonly recall: Recall;
  /** Whether it is new, or tells of another change than before. */
  readonly isNews: boolean;
  /** The one that it takes the place of, which was running. */
  readonly superseded: Recall | null;
}

/** The desk decides. */
export interface RecallDecision {
  readonly number: number;
  /** The version that the desk had before it; another one means that the fact changed since. */
  readonly toHash: string | null;
  readonly verb: RecallVerb;
  readonly reason: string | null;
  readonly by: string;
}

/** `before` when somebody has decided, `changed` when the fact changed since the card was read. */
export type DecidedRecall =
  | { readonly kind: 'decided' | 'before' | 'changed'; readonly recall: Recall }
  | { readonly kind: 'unknown' };
