import type { DeliveryKind } from './delivery.ts';
import type { Outcome, ReplyFrame } from './question.ts';
import type { FactVersion, ShownWords } from './shown-fact.ts';

/** A message of the bot as it was shown. What belongs to a private one is null unless private ones are asked for. */
export interface ShownReply {
  readonly questionId: string;
  /** Null where its words are no longer known, too. */
  readonly question: string | null;
  /** Of the question; null where it was not written down. */
  readonly outcome: Outcome | null;
  /** Null where it quoted nothing: of such a message nothing but its time is kept. */
  readonly kind: DeliveryKind | null;
  /** Whether one person alone saw it, or its question is private. */
  readonly isPrivate: boolean;
  /** Whether it is what a message was changed to that had shown something else. */
  readonly isChange: boolean;
  /** Who got it or shared it; null for a workflow, and for somebody who was erased, too. */
  readonly person: string | null;
  readonly channel: string | null;
  readonly messageTs: string | null;
  readonly shownAt: Date;
  /**
   * What stood in it, in its order: its own lines, and the places in `facts` of what it quoted. Null for what was not
   * the reply itself, as a share, and where it is no longer kept.
   */
  readonly frame: ReplyFrame | null;
  /** In the order of the message; the words are null where they were not kept yet. */
  readonly facts: readonly (FactVersion & { readonly words: ShownWords | null })[];
}
