import type { ConfidenceFeatureName } from './confidence.ts';

/** What each confidence feature measures, in words for whoever wants to know why a quote is sure or not. */
export const CONFIDENCE_TEXTS: Readonly<Record<ConfidenceFeatureName, string>> = {
  always: 'what any quote has to overcome',
  margin: 'lead over the next quote, in score',
  coverage: 'share of the question that it and what surrounds it hold',
  coverageSquared: 'the same squared',
  coverageLead: 'how much more of the question it holds than any other',
  wording: 'share of the question in the very words typed',
  relatedTerms: 'share that is held nowhere, but for a word of the same field',
  missingNames: 'share of the question in names that are held nowhere',
  unmetWords: 'share of the words that are held nowhere, each counted alike',
  anyUnmet: 'a word of the question is held nowhere',
  lacksAnswer: 'what is asked for (a number, a date, a person) is not seen in it',
  yearNotTold: 'a year is asked for that it does not hold',
  contradiction: 'it says something else than was asked',
  sameQuestion: 'the desk wrote down that it answers this very question',
  previous: 'share that the sentence before holds, and it does not',
  heaviestMissing: 'share of the weightiest word, as far as that is missing',
  similarity: 'how near it, or a question of the desk for it, is in meaning',
  similarityLead: 'how much nearer in meaning than any other',
  askedWords: 'length of the question: of one or two words, little can be sure',
};
