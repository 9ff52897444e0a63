import type { FoundName, KnownWords, QuestionTerm } from './question.ts';

/** What the rarest word of the other names that mean the same weighs. */
function weightOfOthers({ others }: FoundName, known: KnownWords): number {
  const words = others.filter(({ certainty }) => certainty === 1).map(({ words: of }) => of);
  return Math.max(0, ...words.map((of) => Math.max(...of.map(({ term }) => known.idfOf(term)))));
}

/**
 * Lets a name weigh as much as its rarest word in any of its forms, however many words were typed for it: `UN` and
 * `United Nations` ask the same. Only for names of which the desk says so.
 */
export function weighNames(terms: readonly QuestionTerm[], known: KnownWords): readonly QuestionTerm[] {
  const shares = new Map<FoundName, number>();
  for (const { name } of terms) {
    if (!name?.isSame || shares.has(name)) continue;
    const typed = terms.filter((term) => term.name === name).map(({ weight }) => weight);
    const whole = Math.max(...typed, weightOfOthers(name, known));
    shares.set(name, whole / typed.reduce((sum, weight) => sum + weight, 0));
  }
  if (shares.size === 0) return terms;
  return terms.map((term) => ({
    ...term,
    weight: term.weight * ((term.name && shares.get(term.name)) ?? 1),
  }));
}
