import { PART_NAMES, type PartName } from './features.ts';

/** How each part of the score stands for one passage, before weighing; in the order of `PART_NAMES`. */
export type Measures = readonly number[];

/** The measures of a passage while it is looked at. */
export type OpenMeasures = number[];

const NOTHING: Measures = PART_NAMES.map(() => 0);

/** Nothing measured yet. Not a typed array: to make one of this size takes longer than to fill it. */
export const createMeasures = (): OpenMeasures => NOTHING.slice();

/** The same by name. */
export type Parts = Readonly<Record<PartName, number>>;

const PLACE = new Map(PART_NAMES.map((name, place): [PartName, number] => [name, place]));
const placeOf = (name: PartName) => PLACE.get(name) ?? 0;
/** Place of each part among the measures. */
export const P = {
  text: placeOf('text'),
  textCoverage: placeOf('textCoverage'),
  rareCoverage: placeOf('rareCoverage'),
  rarest: placeOf('rarest'),
  wording: placeOf('wording'),
  nearness: placeOf('nearness'),
  focus: placeOf('focus'),
  surroundings: placeOf('surroundings'),
  coverage: placeOf('coverage'),
  previous: placeOf('previous'),
  following: placeOf('following'),
  askedAs: placeOf('askedAs'),
  sameQuestion: placeOf('sameQuestion'),
  secondAskedAs: placeOf('secondAskedAs'),
  knownWords: placeOf('knownWords'),
  knownOften: placeOf('knownOften'),
  knownMeaning: placeOf('knownMeaning'),
  known: placeOf('known'),
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
  otherKind: placeOf('otherKind'),
  akin: placeOf('akin'),
  meaning: placeOf('meaning'),
  spokenBy: placeOf('spokenBy'),
  asksItself: placeOf('asksItself'),
} as const;

/** Measures by name. */
export function partsOf(measures: Measures): Parts {
  const parts: Partial<Record<PartName, number>> = {};
  for (let place = 0; place < PART_NAMES.length; place++) {
    const name = PART_NAMES[place];
    if (name) parts[name] = measures[place] ?? 0;
  }
  return parts as Parts;
}
