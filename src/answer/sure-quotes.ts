import type { Answer, Quote } from './answer.ts';

/** The quotes of an answer that are each sure to answer: none of close matches, and none of another time's figure. */
export function sureQuotes({ outcome, quotes }: Answer, sureFrom: number): readonly Quote[] {
  if (outcome === 'list') return quotes;
  if (outcome !== 'answer') return [];
  return quotes.filter(
    ({ confidence, standing }, at) => at === 0 || (confidence >= sureFrom && standing === undefined),
  );
}
