import type { FoundName, QuestionTerm } from './question.ts';

const haveSameName = (one: QuestionTerm, other: QuestionTerm) =>
  one.name === other.name ||
  one.alternatives.some(({ term }) => other.alternatives.some((alternative) => alternative.term === term));

/** The first two countries that a question names; undefined when it names fewer. */
export function firstTwoCountries(
  terms: readonly QuestionTerm[],
): readonly [FoundName, FoundName] | undefined {
  const countries = terms.filter(({ name }) => name?.isCountry);
  const [first] = countries;
  const second = first && countries.find((country) => !haveSameName(first, country));
  return first?.name && second?.name && [first.name, second.name];
}
