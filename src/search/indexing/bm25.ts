/** The constants of BM25 (Robertson and Zaragoza, 2009). */
export interface Saturation {
  /** How soon repetition stops to count, 0 and above. */
  readonly k1: number;
  /** How much longer texts are held back, 0 to 1. */
  readonly b: number;
  /**
   * Searched words in a text of ordinary length. A constant, where BM25 takes the mean of the corpus: what a posting is
   * worth then depends on its own text alone, and an index that grew is the same as one built afresh.
   */
  readonly ordinaryLength: number;
}

/** How much a text of some length holds a term that stands in it so many times: 0 to `k1 + 1`. */
export function impactOf(frequency: number, length: number, { k1, b, ordinaryLength }: Saturation): number {
  return (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / ordinaryLength));
}

/** Impacts are kept in so many steps between 0 and their greatest value. */
const IMPACT_STEPS = 255;

/** What one step of a kept impact is worth. */
export const stepOf = ({ k1 }: Saturation): number => (k1 + 1) / IMPACT_STEPS;

/** An impact as it is kept: whole steps, at least one. */
export function stepsOf(frequency: number, length: number, saturation: Saturation): number {
  return Math.max(1, Math.round(impactOf(frequency, length, saturation) / stepOf(saturation)));
}

/** Inverse document frequency in the form that is never negative (Lucene's). */
export function idf(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}

/** Short passages: repetition and length tell little. */
export const TEXT_SATURATION: Saturation = { k1: 0.9, b: 0.4, ordinaryLength: 14 };
/** Titles, topics and paragraphs differ more in length than sentences do. */
export const SURROUNDINGS_SATURATION: Saturation = { k1: 0.9, b: 0.6, ordinaryLength: 70 };

/** What the first, cheap score of every passage adds for its surroundings and for its best `asked as` line. */
export const FIRST_SCORE = { surroundings: 0.4, askedAs: 1 } as const;
/** What one step of a kept impact adds to the first score, before the weight of the word. */
export const FIRST_STEPS = {
  text: stepOf(TEXT_SATURATION),
  surroundings: stepOf(SURROUNDINGS_SATURATION) * FIRST_SCORE.surroundings,
} as const;
