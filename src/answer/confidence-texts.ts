import type { ConfidenceFeatureName } from './confidence.ts';

/** What each confidence feature measures, in words for whoever wants to know why a quote is sure or not. */
export const CONFIDENCE_TEXTS: Readonly<Record<ConfidenceFeatureName, string>> = {
  always: 'what any quote has to overcome',
  margin: 'lead over the next quote, in score',
  coverageLead: 'how much more of the question it holds than any other',
  told: 'how much of the question it and what surrounds it tell',
  askedWordsMet: 'share of the words, names aside, that it holds itself',
  relatedTerms: 'share that is held nowhere, but for a word of the same field',
  untoldBySelf: 'share of what the question tells that it does not tell itself',
  untoldAround: 'share of what the question tells that is told nowhere around it',
  heaviestUntold: 'how much the weightiest word tells that it does not tell',
  missingNames: 'share of the question in names that are held nowhere',
  lacksAnswer: 'what is asked for (a number, a date, a person) is not seen in it',
  lacksFocus: 'the noun that is asked for is not in it',
  timeNotTold: 'a time is asked for that it does not tell of',
  widestGap: 'how far apart the words of the question stand in it',
  contradiction: 'it says something else than was asked',
  sameQuestion: 'the desk wrote down that it answers this very question',
  similarity: 'how near it, or a question of the desk for it, is in meaning',
  askedWords: 'length of the question: of one or two words, little can be sure',
  statement: 'a statement was typed and no question: it says the like',
};
