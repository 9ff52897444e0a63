const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The same for questions that mean the same as far as their words tell: order, case, marks and repeated words do not
 * count. Two ways of putting a question stay two; the desk sees both.
 */
export function questionMeaning(question: string): string {
  // Marks go first: thousands on one letter would be put in order, which takes the square of their number.
  const plain = question
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const words = plain.toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].sort().join(' ');
}
