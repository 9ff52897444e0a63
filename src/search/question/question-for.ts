import type { Spellings } from '../spellings.ts';
import type { Alternative, Question } from './question.ts';

/** The question in the numbers of one segment, by its place among the segments. Words that the segment lacks are left out. */
export function questionFor(question: Question, spellings: Spellings, place: number): Question {
  const idOf = (number: number) => (number < 0 ? -1 : (spellings.at(number).idIn[place] ?? -1));
  const alternativesOf = (alternatives: readonly Alternative[]) =>
    alternatives.flatMap(({ term, certainty }) => {
      const own = idOf(term);
      return own < 0 ? [] : [{ term: own, certainty }];
    });
  return {
    ...question,
    terms: question.terms.map((term) => ({
      ...term,
      alternatives: alternativesOf(term.alternatives),
      word: idOf(term.word),
    })),
  };
}
