import type { DraftFact } from '../../corpus/index.ts';
import type { MessageRef } from '../desk-question.ts';

/**
 * How a draft stands: waiting for a signature, sent back to its writer, signed and not yet in its sheet, in its sheet
 * and not yet told, told; or dropped, when its words were forgotten before anybody signed it.
 */
export type DraftState = 'drafted' | 'sent-back' | 'signed' | 'filed' | 'told' | 'dropped';

/** A fact that somebody of the desk wrote to answer a question. */
export interface Draft {
  readonly id: string;
  /** The questions that it is to answer; empty when it is to answer none. */
  readonly groupId: string;
  /** From 1; each change of its words is another. */
  readonly version: number;
  readonly state: DraftState;
  /** The questions that its writer says it does not answer, by id; they stay open. */
  readonly leftOut: readonly string[];
  /** Null once it was told, and once forgotten. */
  readonly fact: DraftFact | null;
  /** Who wrote this version; null once erased. */
  readonly writtenBy: string | null;
  readonly writtenAt: Date;
  readonly sentBackBy: string | null;
  /** Why it was sent back. */
  readonly note: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  /** As it stands in the sheet: who stands for it, and since when. */
  readonly checkedBy: string | null;
  /** Set when it is signed. */
  readonly factId: string | null;
  /** The sheet below the folder of the sheets, set when it is signed. */
  readonly sheet: string | null;
  /** Why it could not be written into its sheet the last time, or is not in use though it stands there. */
  readonly trouble: string | null;
  /** The message in the desk channel, once posted. */
  readonly deskMessage: MessageRef | null;
}

/** Somebody writes a draft, or changes one. */
export interface DraftWriting {
  /** The same for every redelivery, and for nothing else. Stored as a hash. */
  readonly eventKey: string;
  /** The draft that is changed; null for a new one. */
  readonly draftId: string | null;
  /** The version that the writer saw. @default whichever is the newest */
  readonly version?: number | undefined;
  readonly groupId: string;
  readonly fact: DraftFact;
  /** Questions that its writer says it does not answer, by id. @default none */
  readonly leftOut?: readonly string[];
  readonly writtenBy: string;
}

/**
 * `changed` when somebody else changed it since the writer saw it, `gone` when it was signed or dropped meanwhile, or
 * is unknown; `repeated` for a redelivery.
 */
export type KeptDraft =
  | { readonly kind: 'kept' | 'repeated'; readonly draft: Draft }
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' };

/** Somebody has read a version of a draft. */
interface ReadVersion {
  readonly draftId: string;
  readonly version: number;
  readonly by: string;
}

/** It is signed. */
export interface Signature extends ReadVersion {
  /** Whether whoever wrote it may sign it alone. */
  readonly mayBeWriter: boolean;
  readonly factId: string;
  readonly sheet: string;
  readonly checkedBy: string;
}

/** It is sent back. */
export interface SendingBack extends ReadVersion {
  readonly note: string;
}

/** What is left to do of drafts, oldest first. */
export interface UnfinishedDrafts {
  /** Not yet in the desk channel. */
  readonly unposted: readonly Draft[];
  /** Signed, and not in their sheet. */
  readonly unfiled: readonly Draft[];
  /** In their sheet, and not yet told to those who asked. */
  readonly untold: readonly Draft[];
}
