import { lowerBound } from '../columns/lower-bound.ts';
import type { FoundName, QuestionTerm } from '../question/question.ts';
import { endOfLook, type TokenLists, wordOfToken } from '../store/token-lists.ts';
import { findNamePlaces } from './name-places.ts';
import type { ScoringContext } from './scoring-context.ts';

/** So many known questions tell who does what to whom. */
const ENOUGH = 2;
/** Now and then a question turns its words round, and asks the same. */
const SELDOM = 0.15;

const haveSameName = (one: QuestionTerm, other: QuestionTerm) =>
  one.name === other.name ||
  one.alternatives.some(({ term }) => other.alternatives.some((alternative) => alternative.term === term));

/** The first two countries that a question names; undefined when it names fewer. */
function firstTwoCountries(terms: readonly QuestionTerm[]): readonly [FoundName, FoundName] | undefined {
  const countries = terms.filter(({ name }) => name?.isCountry);
  const [first] = countries;
  const second = first && countries.find((country) => !haveSameName(first, country));
  return first?.name && second?.name && [first.name, second.name];
}

/** Position of the first place in a list of words that stands for a name of the question, or -1. */
function placeOf(
  { index, lookup }: ScoringContext,
  lists: TokenLists,
  list: number,
  name: FoundName,
): number {
  const isOfName = (term: number) => lookup.question.terms[term]?.name === name;
  const whole = findNamePlaces({ index, lookup }, lists, list).find(({ terms }) => terms.some(isOfName));
  const from = lists.starts[list] ?? 0;
  const to = whole ? from + whole.first : endOfLook(lists, list);
  for (let at = from; at < to; at++) {
    const term = lookup.termAt(index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0);
    if (isOfName(term)) return at - from;
  }
  return whole ? whole.first : -1;
}

/**
 * Whether the first two countries of a question stand the other way round in nearly all known questions of a passage that name
 * both: what answers "when did Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine".
 */
export function isTurnedRound(context: ScoringContext, ordinal: number): boolean {
  const { index, lookup, scratch } = context;
  const countries = firstTwoCountries(lookup.question.terms);
  if (!countries) return false;
  const first = lowerBound(index.passageOfLine, ordinal);
  let kept = 0;
  let turned = 0;
  for (let line = first; line < first + scratch.lines.questions.count; line++) {
    const [one = -1, other = -1] = countries.map((name) => placeOf(context, index.lines.words, line, name));
    if (one < 0 || other < 0) continue;
    if (one < other) kept++;
    else turned++;
  }
  return turned >= ENOUGH && kept <= SELDOM * turned;
}
