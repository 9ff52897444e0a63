import type { EncoderModel, TextKind } from './encoder.ts';

/** What the thread is asked for. */
export interface EncoderRequest {
  readonly id: number;
  readonly texts: readonly string[];
  readonly kind: TextKind;
}

/** What the thread tells. */
export type EncoderReply =
  | { readonly kind: 'ready'; readonly model: EncoderModel }
  /** The model cannot be used; `reason` is for people. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'done'; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
