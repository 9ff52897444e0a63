import type { ShownFact } from './shown-fact.ts';

/** In what way something reached people. */
export type DeliveryKind =
  /** Where it was asked, to everybody there or to one person alone. */
  | 'reply'
  /** To everybody in a channel, by somebody's choice. */
  | 'share'
  /** To a workflow, as what its step gives out. */
  | 'workflow-step'
  /** In a person's direct messages with the app. */
  | 'direct-message';

/** A message that went out, and the facts it showed. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly questionId: string;
  /** Empty when nothing was found, or the asker was told that no answer could be worked out. */
  readonly facts: readonly ShownFact[];
  /** Null for a Home tab or a modal. */
  readonly channel: string | null;
  /** Null where Slack does not tell it, as for a reply address. */
  readonly messageTs: string | null;
  /** Who got it: who asked or pressed for it, or shared it. Null for a workflow, and for somebody who was erased. */
  readonly person: string | null;
  /** Who alone can see the message; null when everybody in the channel can. */
  readonly seenBy: string | null;
  /** Who shared it by choice; null when the bot replied by itself. */
  readonly sentBy: string | null;
}
