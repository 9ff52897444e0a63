import type { Evidence } from './evidence.ts';
import * as examples from './example-features.ts';
import * as judged from './judged-features.ts';
import * as phrases from './phrase-features.ts';
import * as sentence from './sentence-features.ts';
import type { Similarity } from './similarity.ts';
import * as terms from './term-features.ts';
import { timeNotTold } from './told-time.ts';
import type { Told } from './told-words.ts';

interface Described {
  readonly name: string;
  /**
   * What it measures. "Share" is of the weight of the question's words, each word counted as surely as what was met
   * is what was meant.
   */
  readonly about: string;
  /** Of its values. */
  readonly range: string;
  /** What it counts. */
  readonly weight: number;
}

/** What the decision looks at more closely. */
export interface Judged {
  readonly evidence: Evidence;
  readonly told: Told;
}

/** One feature of a passage, for one question. */
export type Feature = Described &
  (
    | { readonly measure: (evidence: Evidence) => number }
    /** Costly to tell, so told of the best passages alone. */
    | { readonly compare: (similarity: Similarity) => number }
    /** Tells whether a hit answers, and nothing of the order: told of those hits alone that somebody looks at. */
    | { readonly judge: (judged: Judged) => number; readonly weight: 0 }
  );

/**
 * The features by which passages are put in order. Whoever adds one adds a row here and the function that it names;
 * score, explanation, fitting and docs/features.md follow.
 *
 * Weights were fitted by maximum likelihood of the right passage being first (softmax over the passages reranked, L2
 * 0.002), as `tools/fit-ranking.ts` does it; see docs/how-a-question-is-matched.md. By hand: `sameQuestion`, since a
 * line asked nearly as it stands must bring its passage, and `spokenBy`, `timeNotTold` and those of the sentence
 * encoder, see docs/experiments.md.
 */
// biome-ignore format: a table, two lines a row.
export const FEATURES = [
  { name: 'text', weight: -0.7, range: '0 to 1.9', measure: terms.text,
    about: "BM25 of the passage's own words, in shares" },
  { name: 'textCoverage', weight: 2.44, range: '0 to 1', measure: terms.textCoverage,
    about: "share that the passage's own words meet" },
  { name: 'rareCoverage', weight: 0.95, range: '0 to 1', measure: terms.rareCoverage,
    about: 'the same with rare words counted twice over, by the squares of their shares' },
  { name: 'rarest', weight: -0.31, range: '0 or 1', measure: terms.rarest,
    about: 'the passage holds the weightiest word' },
  { name: 'wording', weight: 1.47, range: '0 to 1', measure: terms.wording,
    about: 'share met in the very form typed' },
  { name: 'focus', weight: 0.2, range: '0 or 1', measure: sentence.focus,
    about: 'the passage holds the noun that is asked for' },
  { name: 'surroundings', weight: 3.42, range: '0 to 1.9', measure: terms.surroundings,
    about: 'BM25 of title, topics, speaker and paragraph, in shares' },
  { name: 'coverage', weight: 2.58, range: '0 to 1', measure: terms.coverage,
    about: 'share met in the passage, its surroundings or its lines' },
  { name: 'previous', weight: 1.06, range: '0 to 1', measure: terms.previous,
    about: 'share that only the sentence before meets' },
  { name: 'bestExample', weight: 1.26, range: '0 to 1', measure: examples.bestExample,
    about: 'likeness to the likest line of the desk' },
  { name: 'sameQuestion', weight: 8, range: '0 to 1', measure: examples.sameQuestion,
    about: 'how much the likest line asks the same' },
  { name: 'secondExample', weight: 3.12, range: '0 to 1', measure: examples.secondExample,
    about: 'likeness to the second likest line' },
  { name: 'exampleCoverage', weight: 2.09, range: '0 to 1', measure: examples.exampleCoverage,
    about: 'share that any line of the desk holds' },
  { name: 'answer', weight: 0.84, range: '0 to 2.8', measure: sentence.answer,
    about: 'how well it holds what is asked for, see ANSWER_SCALES' },
  { name: 'answerNear', weight: 1.42, range: '0 to 1', measure: sentence.answerNear,
    about: 'how near to a word of the question that stands' },
  { name: 'length', weight: -0.25, range: '-2.8 to 7.2', measure: sentence.length,
    about: 'logarithm of its length by that of an ordinary passage' },
  { name: 'subjectFirst', weight: 0.88, range: '0 to 1', measure: sentence.subjectFirst,
    about: 'share among the first words of a sentence that stands alone' },
  { name: 'saysOfSubject', weight: 0.79, range: '0 to 1', measure: sentence.saysOfSubject,
    about: 'share before the verb of such a sentence' },
  { name: 'contradiction', weight: -0.56, range: '0 or 1', measure: sentence.contradiction,
    about: 'it says something else than was asked, see contradicts' },
  { name: 'missingNames', weight: -3.99, range: '0 to 1', measure: terms.missingNames,
    about: 'share of names met nowhere' },
  { name: 'heaviestMissing', weight: 0.52, range: '0 to 1', measure: terms.heaviestMissing,
    about: 'share of the weightiest word that is missing' },
  { name: 'unmetWords', weight: -1.8, range: '0 to 1', measure: terms.unmetWords,
    about: 'share of words met nowhere, each counted alike' },
  { name: 'relatedTerms', weight: 4.48, range: '0 to 1', measure: terms.relatedTerms,
    about: 'share that is met nowhere but has a word of the same field in the passage' },
  { name: 'textSimilarity', weight: 4.39, range: '0 to 1', compare: ({ text }) => text,
    about: 'cosine of question and passage by word vectors' },
  { name: 'lineSimilarity', weight: 6.66, range: '0 to 1', compare: ({ line }) => line,
    about: 'the same of question and nearest line' },
  { name: 'textMeaning', weight: 9, range: '0 to 1', compare: ({ textMeaning }) => textMeaning,
    about: 'how near in meaning question and passage are, by a sentence encoder where one is set' },
  { name: 'lineMeaning', weight: 9, range: '0 to 1', compare: ({ lineMeaning }) => lineMeaning,
    about: 'the same of question and nearest line' },
  { name: 'spokenBy', weight: 7, range: '0 to 1', measure: sentence.spokenBy,
    about: "coverage, where somebody's own words are asked for and these are" },
  { name: 'missingPhrases', weight: -3, range: '0 to 1', measure: phrases.missingPhrases,
    about: 'share of the phrases in quotation marks that neither its paragraph nor its title holds' },
  { name: 'lacksAnswer', weight: 0, range: '0 to 1', measure: sentence.lacksAnswer,
    about: 'how surely what is asked for is missing, by its form; only for the decision' },
  { name: 'timeNotTold', weight: -3, range: '0 to 1', measure: timeNotTold,
    about: 'how far a time is asked for that the passage does not tell of' },
  { name: 'askedWordsMet', weight: 0, range: '0 to 1', judge: ({ evidence }) => judged.askedWordsMet(evidence),
    about: 'share of words, names aside, that the passage or a line holds, each counted alike; only for the decision' },
  { name: 'lacksFocus', weight: 0, range: '0 to 1', judge: ({ evidence }) => judged.lacksFocus(evidence),
    about: 'how far the noun that is asked for is missing; only for the decision' },
  { name: 'widestGap', weight: 0, range: '0 to 1', judge: ({ evidence }) => judged.widestGap(evidence),
    about: 'words between two of the question in the passage at most, by twenty; only for the decision' },
  { name: 'untoldBySelf', weight: 0, range: '0 to 1', judge: ({ told }) => told.untoldBySelf,
    about: 'share of what the question tells that the passage and its lines do not; only for the decision' },
  { name: 'untoldAround', weight: 0, range: '0 to 1', judge: ({ told }) => told.untoldAround,
    about: 'share that what surrounds it does not tell either; only for the decision' },
  { name: 'heaviestUntold', weight: 0, range: '0 to 1', judge: ({ told }) => told.heaviestUntold,
    about: 'how much the weightiest word tells that it does not; only for the decision' },
  { name: 'told', weight: 0, range: '0 to 1', judge: ({ told }) => told.told,
    about: 'how much of the question is told anywhere, three words at most; only for the decision' },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof FEATURES)[number]['name'];

const ABOUT = new Map<FeatureName, string>(FEATURES.map(({ name, about }) => [name, about]));

/** What a feature measures, in words. */
export const aboutFeature = (name: FeatureName): string => ABOUT.get(name) ?? '';
