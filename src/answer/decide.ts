import type { SearchResult } from '../search/index.ts';

/** The probability from which the first quote is given as the answer. */
export const ANSWER_FROM = 0.7;
/** The probability from which a quote is shown as a close match. */
export const CHOICE_FROM = 0.35;

/** What a search result amounts to. */
export interface Decision {
  readonly outcome: 'answer' | 'choices' | 'none';
  /** For each hit, the probability (0 to 1) that it answers. */
  readonly confidences: readonly number[];
}

/** Decides whether the hits answer, are close matches, or are nothing to show. */
export function decide(result: SearchResult): Decision {
  const confidences = result.hits.map(({ coverage }) => Math.min(1, coverage) ** 2);
  const first = confidences[0] ?? 0;
  if (first >= ANSWER_FROM) return { outcome: 'answer', confidences };
  return { outcome: first >= CHOICE_FROM ? 'choices' : 'none', confidences };
}
