import type { AnswerType } from '../question/answer-type.ts';
import { type Saturation, stepOf } from '../store/posting-lists.ts';

/** Short passages: repetition and length tell little. */
export const TEXT_SATURATION: Saturation = { k1: 0.9, b: 0.4, ordinaryLength: 14 };
/** Titles, topics and paragraphs differ more in length than sentences do. */
export const SURROUNDINGS_SATURATION: Saturation = { k1: 0.9, b: 0.6, ordinaryLength: 70 };

/** What the first, cheap score of every passage adds for its surroundings and for its best `asked as` line. */
export const FIRST_SCORE = { surroundings: 0.4, askedAs: 1 } as const;
/** What one step of a kept impact adds to the first score, before the weight of the word. */
export const FIRST_STEPS = {
  text: stepOf(TEXT_SATURATION),
  surroundings: stepOf(SURROUNDINGS_SATURATION) * FIRST_SCORE.surroundings,
} as const;

/**
 * Which passages are looked at closely: of those with the best first scores so many at most, and beyond as many as are
 * wanted only those whose first score is at least this share of the best. The first of the close look is hardly ever deeper.
 */
export const LOOKED_AT = { most: 24, share: 0.3 } as const;

/**
 * The parts of a score, in the order in which they are kept and shown. Each is measured between 0 and about 1
 * and multiplied by its weight in `PART_WEIGHTS`.
 */
export const PART_NAMES = [
  'text',
  'textCoverage',
  'rareCoverage',
  'rarest',
  'wording',
  'nearness',
  'focus',
  'surroundings',
  'coverage',
  'previous',
  'following',
  'askedAs',
  'sameQuestion',
  'secondAskedAs',
  'knownWords',
  'knownOften',
  'knownMeaning',
  'known',
  'answer',
  'answerNear',
  'newWords',
  'length',
  'subjectFirst',
  'subjectLinked',
  'saysOfSubject',
  'contradiction',
  'missingNames',
  'heaviestMissing',
  'unmetWords',
  'otherKind',
  'akin',
  'meaning',
  'spokenBy',
  'asksItself',
] as const;

export type PartName = (typeof PART_NAMES)[number];

/**
 * What each part counts. Fitted by maximum likelihood of the right passage being first (softmax over the
 * passages looked at, L2 0.002), on questions of which no figure is reported; see docs/how-a-question-is-matched.md.
 * The three of the known questions were fitted apart, with one line of every fact held out and asked. One is set by hand: a
 * line asked nearly as it stands must bring its passage, whatever other passages say. `unmetWords` and `otherKind` only help to decide.
 */
export const PART_WEIGHTS: Readonly<Record<PartName, number>> = {
  text: 1.8,
  textCoverage: 1.17,
  rareCoverage: 1.47,
  rarest: 0.4,
  wording: 2.05,
  nearness: 0.15,
  focus: 0.44,
  surroundings: 3.42,
  coverage: 2.75,
  previous: 1.53,
  following: 0.51,
  askedAs: 2.8,
  sameQuestion: 8,
  secondAskedAs: 3.2,
  knownWords: 4.5,
  knownOften: 0,
  knownMeaning: 0,
  known: -3.24,
  answer: 1.22,
  answerNear: 1.18,
  newWords: 0.23,
  length: -0.18,
  subjectFirst: 1.15,
  subjectLinked: 0.39,
  saysOfSubject: 0.95,
  contradiction: -1.05,
  missingNames: -2.03,
  heaviestMissing: 0.8,
  unmetWords: 0,
  otherKind: 0,
  akin: 3,
  meaning: 2,
  spokenBy: 7,
  asksItself: -0.28,
};

/** A passage that the desk wrote so many questions for is known well; with fewer it is known in part. */
export const KNOWN_WELL = 12;

/**
 * What parts count instead for a passage that is known well: the more questions the desk wrote, the more they tell what is
 * asked, and the less the few words of the fact itself. Between none and `KNOWN_WELL` the weight lies in between.
 */
export const KNOWN_WEIGHTS: Readonly<Partial<Record<PartName, number>>> = {
  text: 0.93,
  textCoverage: 0.1,
  rareCoverage: -0.31,
  wording: 1.59,
  surroundings: 2.41,
  secondAskedAs: 4.71,
  knownWords: 3.92,
  knownOften: 2.53,
  knownMeaning: 3.08,
  answer: 0.46,
  answerNear: 0.59,
  contradiction: -1.6,
  missingNames: -2.89,
  otherKind: -0.62,
};

/** How much the part `answer` says for each type of answer: numbers and dates are told surely, names less so. */
export const ANSWER_WEIGHTS: Readonly<Record<AnswerType, number>> = {
  count: 2.8,
  money: 2.8,
  percentage: 2.8,
  duration: 2.8,
  measure: 2.8,
  date: 1.9,
  year: 1.9,
  person: 1,
  place: 0.8,
  organisation: 0.6,
  reason: 0.7,
  colour: 1,
  manner: 0,
  definition: 0,
  yesNo: 0,
  thing: 0,
};

/** Inverse document frequency in the form that is never negative (Lucene's). */
export function rarity(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}
