import { setTimeout } from 'node:timers/promises';
import { type Encoder, EncoderError } from './encoder.ts';

/** What a question means, as a search compares it: see `QuestionVector` there. */
interface QuestionVector {
  /** The fingerprint of the model. */
  readonly model: string;
  readonly values: Float32Array;
  readonly floor: number;
}

/** The vector of a question, or why there is none. */
export type EncodedQuestion =
  | { readonly vector: QuestionVector; readonly without?: never }
  | { readonly vector?: never; readonly without: 'late' | 'failed' };

/** Encodes questions. Never rejects. */
export type EncodeQuestion = (question: string) => Promise<EncodedQuestion>;

/** Nobody waits longer for a vector: an answer without one is worth more than a late one. */
const MOST_MS = 50;

/** What is told, and how long is waited. */
export interface QuestionEncoderOptions {
  /** Is told in words, once, why questions are answered without the encoder from now on. */
  readonly report: (reason: string) => void;
  /** @default 50 */
  readonly mostMs?: number;
}

/** Encodes one question after the other, each within its time. A question whose time is over is not begun. */
export function createQuestionEncoder(
  encoder: Pick<Encoder, 'encode' | 'model'>,
  { report, mostMs = MOST_MS }: QuestionEncoderOptions,
): EncodeQuestion {
  const { fingerprint: model, floor } = encoder.model;
  let last: Promise<unknown> = Promise.resolve();
  let isTold = false;
  const tell = (error: unknown) => {
    if (!isTold) report(error instanceof Error ? error.message : String(error));
    isTold = true;
  };
  return async (question) => {
    const over = new AbortController();
    const encoded = last.then(async (): Promise<EncodedQuestion> => {
      if (over.signal.aborted) return { without: 'late' };
      try {
        const [values] = await encoder.encode([question], 'question');
        return values ? { vector: { model, values, floor } } : { without: 'failed' };
      } catch (error) {
        if (!(error instanceof EncoderError)) throw error;
        tell(error);
        return { without: 'failed' };
      }
    });
    last = encoded;
    const done = new AbortController();
    const late = setTimeout(mostMs, { without: 'late' } as const, { signal: done.signal }).catch(
      () => ({ without: 'late' }) as const,
    );
    const first = await Promise.race([encoded, late]);
    over.abort();
    done.abort();
    return first;
  };
}
