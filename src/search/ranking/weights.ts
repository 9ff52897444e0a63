import type { PartName } from './features.ts';

/**
 * Which passages are looked at closely: of those with the best first scores so many at most, and beyond as many as are
 * wanted only those whose first score is at least this share of the best. The first of the close look is hardly ever deeper.
 */
export const LOOKED_AT = { most: 24, share: 0.3 } as const;

/**
 * What each part counts. Fitted by maximum likelihood of the right passage being first (softmax over the
 * passages looked at, L2 0.002), on questions of which no figure is reported; see docs/how-a-question-is-matched.md. By hand:
 * `sameQuestion`, since a line asked nearly as it stands must bring its passage, `akin`, `meaning` and `spokenBy`, whose gains the
 * same page tells. `known` comes from `tools/fit-known-facts.ts`. `unmetWords` and `otherKind` count for known facts only.
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
  known: -1.34,
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
 * asked, and the less the few words of the fact itself. Between none and `KNOWN_WELL` the weight lies in between. As
 * `tools/fit-known-facts.ts` prints them.
 */
export const KNOWN_WEIGHTS: Readonly<Partial<Record<PartName, number>>> = {
  text: 0.93,
  textCoverage: 0.22,
  rareCoverage: 0.26,
  wording: 1.46,
  surroundings: 2.35,
  secondAskedAs: 4.44,
  knownWords: 3.12,
  knownOften: 2.1,
  knownMeaning: 3.2,
  answer: 0.47,
  answerNear: 0.64,
  contradiction: -1.69,
  missingNames: -2.76,
  otherKind: -0.61,
  akin: 3.53,
  meaning: 2.93,
  coverage: 2.48,
  nearness: 0.68,
  focus: -0.06,
  rarest: -0.15,
  newWords: -1.03,
  length: -0.58,
  subjectFirst: 0.97,
  saysOfSubject: 0.28,
  heaviestMissing: 1.09,
  unmetWords: -2.12,
};
