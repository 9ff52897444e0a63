import type { JsonObject } from '../json.ts';

/** What became of one envelope. */
export type Acknowledgement =
  | { readonly kind: 'acknowledged'; readonly payload: JsonObject; readonly afterMs: number }
  | { readonly kind: 'unacknowledged'; readonly reason: 'timeout' | 'connection_failed' };

/** The three kinds of envelope Socket Mode carries. */
export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** One thing sent to the app, and what became of it. */
export interface Delivery {
  readonly envelopeId: string;
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  readonly retryAttempt: number;
  acknowledgement?: Acknowledgement;
}
