const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The same for questions that mean the same as far as their words tell: order, case, marks and repeated words do not
 * count. Two ways of putting a question stay two; the desk sees both.
 */
export function questionMeaning(question: string): string {
  const words = question.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].sort().join(' ');
}
