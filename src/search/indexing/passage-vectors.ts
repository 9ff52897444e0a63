/**
 * What the passages of a segment and their lines (`asked as`, `also called`) mean, as a sentence encoder sees it: a row
 * for each passage by its ordinal, and behind them a row for each line. Plain data: it can come from another thread.
 */
export interface PassageVectors {
  /** Names the model: vectors of two models tell nothing of each other. */
  readonly model: string;
  readonly dimensions: number;
  /** Row after row, in whole numbers; only their direction counts. */
  readonly values: Int8Array;
  /** By row: its length; 0 where a text was not encoded yet. */
  readonly norms: Float32Array;
}

/** What a question means, by the same model. */
export interface QuestionVector {
  readonly model: string;
  /** Of length 1. */
  readonly values: Float32Array;
  /** The cosine from which on a text has to do with the question. */
  readonly floor: number;
}
