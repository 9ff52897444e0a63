/** Where a judged question comes from: an `asked as` line, one made from such a line, or one that people judged. */
export type Origin = 'line' | 'near-miss' | 'verdict';

/** A question of which it is known whether the first quote that it got answers it. */
export interface JudgedQuestion {
  readonly origin: Origin;
  /** Null where its words were forgotten. */
  readonly question: string | null;
  /** Id of the fact that was quoted first; null without a quote. */
  readonly factId: string | null;
  readonly isRight: boolean;
  /** The probability (0 to 1) that was claimed of the first quote; 0 without one. */
  readonly confidence: number;
  /** Whether the quote is given as the answer when that probability suffices; some are held back whatever it is. */
  readonly mayAnswer: boolean;
}

/** Whether a question got, or would get, the first quote as a sure answer where it suffices to be so likely. */
export function isSure({ mayAnswer, confidence }: JudgedQuestion, sureFrom: number): boolean {
  return mayAnswer && confidence >= sureFrom;
}
