/** What a text is to a model: some are taught to read questions and what answers them each in its own way. */
export type TextKind = 'question' | 'passage';

/** The model of a sentence encoder. */
export interface EncoderModel {
  /** The file with the weights, as it was found. */
  readonly file: string;
  readonly bytes: number;
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** The cosine below which texts have nothing to do with each other, see `floorOf`. */
  readonly floor: number;
  /** How the vectors of the words of a text become one. */
  readonly pooling: Pooling;
  /** Differs when the same text would get another vector. */
  readonly fingerprint: string;
}

/** The mean of all words, that of the first sign, or whatever the model itself makes of them. */
export type Pooling = 'mean' | 'first' | 'own';

/**
 * Turns texts into vectors of length 1: the nearer in meaning two texts are, the greater the scalar product of theirs.
 * Works in a thread of its own.
 */
export interface Encoder {
  readonly model: EncoderModel;
  /** The vectors of some texts, in their order. Rejects with an EncoderError when the thread has ended. */
  encode(texts: readonly string[], kind: TextKind): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

/** An encoder that cannot be used. The message is for people: it says what is wrong, and what to do. */
export class EncoderError extends Error {
  override readonly name = 'EncoderError';
}
