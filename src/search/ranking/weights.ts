import type { PartName } from '../features/parts.ts';

/**
 * Which passages are looked at closely: of those with the best first scores so many at most, and beyond as many as are
 * wanted only those whose first score is at least this share of the best. The first of the close look is hardly ever deeper.
 */
export const LOOKED_AT = { most: 24, share: 0.3 } as const;

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
