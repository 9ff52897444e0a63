import { PART_NAMES, type PartName } from './weights.ts';

/** How each part of the score stands for one passage, before weighing; in the order of `PART_NAMES`. */
export type Measures = Float64Array;

/** The same by name. */
export type Parts = Readonly<Record<PartName, number>>;

const PLACE = new Map(PART_NAMES.map((name, place): [PartName, number] => [name, place]));
const placeOf = (name: PartName) => PLACE.get(name) ?? 0;
/** Place of each part among the measures. */
export const P = {
  text: placeOf('text'),
  coverage: placeOf('coverage'),
  rareCoverage: placeOf('rareCoverage'),
  rarest: placeOf('rarest'),
  wording: placeOf('wording'),
  nearness: placeOf('nearness'),
  focus: placeOf('focus'),
  surroundings: placeOf('surroundings'),
  wholeCoverage: placeOf('wholeCoverage'),
  previous: placeOf('previous'),
  following: placeOf('following'),
  askedAs: placeOf('askedAs'),
  sameQuestion: placeOf('sameQuestion'),
  secondAskedAs: placeOf('secondAskedAs'),
  knownWords: placeOf('knownWords'),
  answer: placeOf('answer'),
  answerNear: placeOf('answerNear'),
  newWords: placeOf('newWords'),
  length: placeOf('length'),
  subjectFirst: placeOf('subjectFirst'),
  subjectLinked: placeOf('subjectLinked'),
  saysOfSubject: placeOf('saysOfSubject'),
  contradiction: placeOf('contradiction'),
  missingNames: placeOf('missingNames'),
  heaviestMissing: placeOf('heaviestMissing'),
  unmetWords: placeOf('unmetWords'),
  asksItself: placeOf('asksItself'),
} as const;

/** Measures by name. */
export function partsOf(measures: Measures): Parts {
  const value = (name: PartName) => measures[P[name]] ?? 0;
  return {
    text: value('text'),
    coverage: value('coverage'),
    rareCoverage: value('rareCoverage'),
    rarest: value('rarest'),
    wording: value('wording'),
    nearness: value('nearness'),
    focus: value('focus'),
    surroundings: value('surroundings'),
    wholeCoverage: value('wholeCoverage'),
    previous: value('previous'),
    following: value('following'),
    askedAs: value('askedAs'),
    sameQuestion: value('sameQuestion'),
    secondAskedAs: value('secondAskedAs'),
    knownWords: value('knownWords'),
    answer: value('answer'),
    answerNear: value('answerNear'),
    newWords: value('newWords'),
    length: value('length'),
    subjectFirst: value('subjectFirst'),
    subjectLinked: value('subjectLinked'),
    saysOfSubject: value('saysOfSubject'),
    contradiction: value('contradiction'),
    missingNames: value('missingNames'),
    heaviestMissing: value('heaviestMissing'),
    unmetWords: value('unmetWords'),
    asksItself: value('asksItself'),
  };
}
