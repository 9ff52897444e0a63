import type { FactVersion } from './shown-fact.ts';

/** How a question to the desk stands; `lapsed` when its words were forgotten before the desk closed it. */
export type DeskState = 'open' | 'answered' | 'wont-answer' | 'lapsed';

/** Where in Slack a message stands. */
export interface MessageRef {
  readonly channel: string;
  readonly messageTs: string;
}

/** A question that somebody put to the desk. */
export interface DeskQuestion {
  readonly id: string;
  /** The question that found nothing, when it was first put to the desk. */
  readonly questionId: string;
  /** Null once the person was erased. */
  readonly askedBy: string | null;
  /** Null once forgotten. */
  readonly words: string | null;
  /** How often the asker put a question of this meaning while it was open. From 1. */
  readonly times: number;
  readonly state: DeskState;
  readonly firstAskedAt: Date;
  readonly lastAskedAt: Date;
  /** The message in the desk channel, once posted. */
  readonly deskMessage: MessageRef | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  /** What the desk tells the asker. */
  readonly note: string | null;
  /** The same for questions that mean the same: they have one card, and one answer. */
  readonly groupId: string;
  /** The fact that answered it; null where the desk closed it in words. */
  readonly answerFactId: string | null;
  /** Whether the asker was told, or nobody can tell them. */
  readonly isSettled: boolean;
  /** Why the asker could not be told, now or later; null where they were, or may be yet. */
  readonly notTold: string | null;
  /** A fact that may answer it, as the desk knows it. */
  readonly proposed: FactVersion | null;
}

/** Somebody asks the desk. */
export interface DeskRequest {
  /** The same for every redelivery of the same request, and for nothing else. */
  readonly eventKey: string;
  /** The question whose words are put to the desk. */
  readonly questionId: string;
  readonly askedBy: string;
  /** The same text for questions that mean the same. Stored as a hash. */
  readonly meaning: string;
}

/** The desk closes the open questions of a group. */
export interface DeskClosing {
  readonly groupId: string;
  readonly state: 'answered' | 'wont-answer';
  /** What the askers are told. */
  readonly note: string | null;
  readonly closedBy: string;
}

/** `counted` when the asker has an open question of this meaning, `gone` when the question was forgotten or erased. */
export type AskedDesk =
  | { readonly kind: 'opened' | 'counted'; readonly deskQuestion: DeskQuestion }
  | { readonly kind: 'repeated' | 'gone' };

/** What a kill may have left half done. */
export interface UnfinishedDeskWork {
  /** Open, and not yet in the desk channel. Oldest first. */
  readonly unposted: readonly DeskQuestion[];
  /** Closed by the desk, and the asker does not know. Oldest first. */
  readonly untold: readonly DeskQuestion[];
}
