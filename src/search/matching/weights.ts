/** What each part counts in a hit's score. One place, so that they can be read and weighed together. */
export const WEIGHTS = {
  /** The passage's own words: short passages, where repetition and length tell little. */
  text: { k1: 0.9, b: 0.4 },
  /** The title, the topics and the rest of the paragraph, once for all passages that share them. */
  surroundings: { k1: 0.9, b: 0.6 },
  /** Share of the surroundings in the score. */
  surroundingsShare: 0.4,
  /** A term in a question the passage is known to answer, or in another name of its subject. */
  askedAs: 1.2,
} as const;

/** Inverse document frequency in the form that is never negative (Lucene's). */
export function rarity(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}
