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
