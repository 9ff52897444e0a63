import type { Answer, Quote } from './answer.ts';

/**
 * The quotes of an answer that are each sure to answer: none of close matches, and none of another time's figure.
 * Sources that differ each answer.
 */
export function sureQuotes(answer: Answer, sureFrom: number): readonly Quote[] {
  const { outcome, quotes } = answer;
  if (outcome === 'list') return quotes;
  if (outcome === 'choices' && answer.sourcesDiffer === true)
    return quotes.filter(({ standing }) => standing === undefined);
  if (outcome !== 'answer') return [];
  return quotes.filter(
    ({ confidence, standing }, at) => at === 0 || (confidence >= sureFrom && standing === undefined),
  );
}
