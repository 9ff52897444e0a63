import type { JsonObject } from '../json.ts';

/** Whether the app acknowledged an envelope. */
export type Acknowledgement =
  | { readonly kind: 'acknowledged'; readonly payload: JsonObject; readonly afterMs: number }
  | { readonly kind: 'unacknowledged'; readonly reason: 'timeout' | 'http_error' | 'connection_failed' };

/** Says that an envelope is a repetition, and why. */
export interface Retry {
  readonly attempt: number;
  readonly reason: string;
}

/** The three kinds of envelope that go to the app. */
export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** One envelope sent to the app, and its acknowledgement. */
export interface SentEnvelope {
  readonly envelopeId: string;
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  readonly retryAttempt: number;
  acknowledgement?: Acknowledgement;
}
