import type { Evidence } from './evidence.ts';
import * as examples from './example-features.ts';
import * as sentence from './sentence-features.ts';
import type { Similarity } from './similarity.ts';
import * as terms from './term-features.ts';

interface Described {
  readonly name: string;
  /**
   * What it measures. "Share" is of the weight of the question's words, each word counted as surely as what was met
   * is what was meant.
   */
  readonly about: string;
  /** Of its values. */
  readonly range: string;
  /**
   * What it counts: for a passage without example queries, and for one that they cover well. The more of them the
   * desk wrote, the more they tell what is asked, and the less the few words of the fact itself; in between the
   * weight lies in between.
   */
  readonly weights: readonly [without: number, covered: number];
}

/** One feature of a passage, for one question. */
export type Feature = Described &
  (
    | { readonly measure: (evidence: Evidence) => number }
    /** Costly to tell, so told of the best passages alone. */
    | { readonly compare: (similarity: Similarity) => number }
  );

/**
 * The features by which passages are put in order. Whoever adds one adds a row here and the function that it names;
 * score, explanation, fitting and docs/features.md follow.
 *
 * Weights were fitted by maximum likelihood of the right passage being first (softmax over the passages reranked, L2
 * 0.002), as `tools/fit-ranking.ts` does it; see docs/how-a-question-is-matched.md. By hand: `sameQuestion`, since a
 * line asked nearly as it stands must bring its passage, the first weights of `relatedTerms` and `similarity`, and
 * `spokenBy`, whose gains the same page tells.
 */
// biome-ignore format: a table, two lines a row.
export const FEATURES = [
  { name: 'text', weights: [1.8, 0.93], range: '0 to 1.9', measure: terms.text,
    about: "BM25 of the passage's own words, in shares" },
  { name: 'textCoverage', weights: [1.17, 0.22], range: '0 to 1', measure: terms.textCoverage,
    about: "share that the passage's own words meet" },
  { name: 'rareCoverage', weights: [1.47, 0.26], range: '0 to 1', measure: terms.rareCoverage,
    about: 'the same with rare words counted twice over, by the squares of their shares' },
  { name: 'rarest', weights: [0.4, -0.15], range: '0 or 1', measure: terms.rarest,
    about: 'the passage holds the weightiest word' },
  { name: 'wording', weights: [2.05, 1.46], range: '0 to 1', measure: terms.wording,
    about: 'share met in the very form typed' },
  { name: 'focus', weights: [0.44, -0.06], range: '0 or 1', measure: sentence.focus,
    about: 'the passage holds the noun that is asked for' },
  { name: 'surroundings', weights: [3.42, 2.35], range: '0 to 1.9', measure: terms.surroundings,
    about: 'BM25 of title, topics, speaker and paragraph, in shares' },
  { name: 'coverage', weights: [2.75, 2.48], range: '0 to 1', measure: terms.coverage,
    about: 'share met in the passage, its surroundings or its lines' },
  { name: 'previous', weights: [1.53, 1.53], range: '0 to 1', measure: terms.previous,
    about: 'share that only the sentence before meets' },
  { name: 'bestExample', weights: [2.8, 2.8], range: '0 to 1', measure: examples.bestExample,
    about: 'likeness to the likest line of the desk' },
  { name: 'sameQuestion', weights: [8, 8], range: '0 to 1', measure: examples.sameQuestion,
    about: 'how much the likest line asks the same' },
  { name: 'secondExample', weights: [3.2, 4.44], range: '0 to 1', measure: examples.secondExample,
    about: 'likeness to the second likest line' },
  { name: 'exampleCoverage', weights: [4.5, 3.12], range: '0 to 1', measure: examples.exampleCoverage,
    about: 'share that any line of the desk holds' },
  { name: 'exampleFrequency', weights: [0, 2.1], range: '0 to 1', measure: examples.exampleFrequency,
    about: 'share, by how many of the example queries hold a word' },
  { name: 'exampleSimilarity', weights: [0, 3.2], range: '0 to 1', compare: ({ lines }) => lines,
    about: 'cosine of question and all lines together' },
  { name: 'exampleCount', weights: [-1.34, -1.34], range: '0 to 1', measure: examples.exampleCount,
    about: 'how well example queries cover the passage' },
  { name: 'answer', weights: [1.22, 0.47], range: '0 to 2.8', measure: sentence.answer,
    about: 'how well it holds what is asked for, see ANSWER_SCALES' },
  { name: 'answerNear', weights: [1.18, 0.64], range: '0 to 1', measure: sentence.answerNear,
    about: 'how near to a word of the question that stands' },
  { name: 'length', weights: [-0.18, -0.58], range: '-2.8 to 7.2', measure: sentence.length,
    about: 'logarithm of its length by that of an ordinary passage' },
  { name: 'subjectFirst', weights: [1.15, 0.97], range: '0 to 1', measure: sentence.subjectFirst,
    about: 'share among the first words of a sentence that stands alone' },
  { name: 'saysOfSubject', weights: [0.95, 0.28], range: '0 to 1', measure: sentence.saysOfSubject,
    about: 'share before the verb of such a sentence' },
  { name: 'contradiction', weights: [-1.05, -1.69], range: '0 or 1', measure: sentence.contradiction,
    about: 'it says something else than was asked, see contradicts' },
  { name: 'missingNames', weights: [-2.03, -2.76], range: '0 to 1', measure: terms.missingNames,
    about: 'share of names met nowhere' },
  { name: 'heaviestMissing', weights: [0.8, 1.09], range: '0 to 1', measure: terms.heaviestMissing,
    about: 'share of the weightiest word that is missing' },
  { name: 'unmetWords', weights: [0, -2.12], range: '0 to 1', measure: terms.unmetWords,
    about: 'share of words met nowhere, each counted alike' },
  { name: 'otherKind', weights: [0, -0.61], range: '0 to 1', measure: examples.otherKind,
    about: 'none of its example queries asks for what is asked for; as far as they cover it' },
  { name: 'relatedTerms', weights: [3, 3.53], range: '0 to 1', measure: terms.relatedTerms,
    about: 'share that is met nowhere but has a word of the same field in the passage' },
  { name: 'similarity', weights: [2, 2.93], range: '0 to 1',
    compare: ({ text, nearestLine }) => Math.max(text, nearestLine),
    about: 'cosine of question and passage by word vectors, or of question and nearest line' },
  { name: 'spokenBy', weights: [7, 7], range: '0 to 1', measure: sentence.spokenBy,
    about: "coverage, where somebody's own words are asked for and these are" },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof FEATURES)[number]['name'];

/** Place of each feature in the table, and of its value among the values of a passage. */
export const FEATURE_PLACES = Object.fromEntries(
  FEATURES.map(({ name }, place) => [name, place]),
) as Readonly<Record<FeatureName, number>>;
