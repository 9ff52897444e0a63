import type { IndexData } from '../indexing/index-columns.ts';
import { endOfReranked, spellingOfToken, type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { type AnswerType, isFigure } from '../query/answer-type.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { gradeAge } from './age-match.ts';
import { isDayOfMonth } from './day-of-month.ts';
import { REACH } from './match-words.ts';

// No closures in here: the loader names each one when it is made, which costs more than the work it does.
// A word of a passage is one number of bits: the classes of the word, and above them what its spelling tells.
const IS_NUMBER = 1 << 20;
const IS_YEAR = 1 << 21;
const IS_NAME = 1 << 22;

/** A number with its unit counts whole, a number alone in part, a year hardly: it is mostly a date. */
function gradeQuantity(word: number, before: number, unit: number): number {
  if ((word & unit) !== 0 && (before & IS_NUMBER) !== 0) return 1;
  if ((word & IS_NUMBER) === 0) return 0;
  if ((before & unit) !== 0) return 1;
  return (word & IS_YEAR) === 0 ? 0.4 : 0;
}

const holds = (word: number, bits: number) => (word & bits) !== 0;

/** "How long" asks for a time, and may ask for kilometres. */
function gradeLength(word: number, before: number): number {
  const ofTime = Math.max(gradeQuantity(word, before, WORD_CLASS.duration), holds(word, IS_YEAR) ? 0.4 : 0);
  return Math.max(ofTime, 0.7 * gradeQuantity(word, before, WORD_CLASS.measure));
}

/** Units of what is told by a number and its unit. */
const UNIT_OF = {
  money: WORD_CLASS.money,
  percentage: WORD_CLASS.percent,
  measure: WORD_CLASS.measure,
} as const;

/** Grades a word, with the one before it, as an answer of the type: 0 (no) to 1 (as expected). */
function gradeWord(type: AnswerType, word: number, before: number): number {
  const isYear = (word & IS_YEAR) !== 0;
  const isName = (word & IS_NAME) !== 0;
  switch (type) {
    case 'count':
      if ((word & IS_NUMBER) === 0) return 0;
      return isYear ? 0.3 : 1;
    case 'money':
    case 'percentage':
    case 'measure':
      return gradeQuantity(word, before, UNIT_OF[type]);
    case 'duration':
      return gradeLength(word, before);
    case 'year':
      return isYear ? 1 : 0;
    case 'date':
      return Math.max(isYear ? 1 : 0, holds(word, WORD_CLASS.date) ? 0.8 : 0);
    case 'person':
      if (holds(word, WORD_CLASS.firstName)) return 1;
      if (isName) return 0.8;
      return holds(word, WORD_CLASS.role) ? 0.6 : 0;
    case 'place':
      if (holds(word, WORD_CLASS.place)) return 1;
      return isName ? 0.5 : 0;
    case 'organisation':
      if (holds(word, WORD_CLASS.organisation)) return 1;
      return isName ? 0.6 : 0;
    case 'reason':
      return holds(word, WORD_CLASS.reason) ? 1 : 0;
    case 'colour':
      return holds(word, WORD_CLASS.colour) ? 1 : 0;
    // Told by more words than two, see `gradeAge`.
    case 'age':
    case 'manner':
    case 'definition':
    case 'yesNo':
    case 'thing':
    case 'topic':
      return 0;
    default:
      return type satisfies never;
  }
}

/** How much the feature `answer` says for each type of answer: numbers and dates are told surely, names less so. */
export const ANSWER_SCALES: Readonly<Record<AnswerType, number>> = {
  count: 2.8,
  money: 2.8,
  percentage: 2.8,
  duration: 2.8,
  age: 2.8,
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
  topic: 0,
};

/** Distance in words at which nearness is halved. */
const HALVED_AT = 3;

/**
 * A lesser grade says that something of the kind is there, such as a year where a duration is asked for; not that
 * this is it.
 */
export const SHOWN_GRADE = 0.5;

/** How well a passage holds what is asked for. */
export interface AnswerMatch {
  /** The best grade of any of its words, 0 to 1. */
  readonly grade: number;
  /** The best grade after distance to a word of the question is counted off, 0 to 1. */
  readonly near: number;
  /** Position of the nearest word that may be made bold as the answer, or -1. */
  readonly at: number;
}

/** Distance in words from a position to the nearest matched one, `REACH` at most. */
function distanceToMatch(isMatched: Uint8Array, position: number): number {
  for (let distance = 1; distance < REACH; distance++) {
    if (isMatched[position - distance] === 1 || isMatched[position + distance] === 1) return distance;
  }
  return REACH;
}

function wordAt(index: IndexData, token: number): number {
  const spelling = spellingOfToken(token);
  let bits = index.wordClasses[wordOfToken(token)] ?? 0;
  if ((spelling & SPELLING.nominal) !== 0) bits &= ~WORD_CLASS.number;
  else if ((spelling & SPELLING.digits) !== 0 || (bits & WORD_CLASS.number) !== 0) bits |= IS_NUMBER;
  if ((spelling & SPELLING.year) !== 0) bits |= IS_YEAR;
  if ((spelling & (SPELLING.capital | SPELLING.sentenceStart)) === SPELLING.capital) bits |= IS_NAME;
  return bits;
}

const UNGRADED: AnswerMatch = { grade: 0, near: 0, at: -1 };
const TYPES_WITHOUT_FORM: ReadonlySet<AnswerType> = new Set([
  'manner',
  'definition',
  'yesNo',
  'thing',
  'topic',
]);

/** Whether a word is the unit of the number before it, and both together are an answer of the type. */
function isUnitBehindNumber(type: AnswerType, word: number, before: number): boolean {
  return holds(before, IS_NUMBER) && !holds(word, IS_NUMBER) && gradeWord(type, word, before) === 1;
}

/** Looks in a list of words for what the question asks for. Words of the question itself are no answer. */
export function matchAnswerType(
  index: IndexData,
  type: AnswerType,
  {
    lists,
    list,
    isMatched,
  }: { readonly lists: TokenLists; readonly list: number; readonly isMatched: Uint8Array },
): AnswerMatch {
  if (TYPES_WITHOUT_FORM.has(type)) return UNGRADED;
  let best = 0;
  let nearest = 0;
  let nearestShown = 0;
  let nearestAt = -1;
  let before = 0;
  const from = lists.starts[list] ?? 0;
  const to = endOfReranked(lists, list);
  for (let at = from; at < to; at++) {
    const word = wordAt(index, lists.tokens[at] ?? 0);
    const position = at - from;
    const isAsked = isMatched[position] === 1;
    const isAge = type === 'age' && holds(word, IS_NUMBER);
    const place = { tokens: lists.tokens, at, from, to };
    const graded = isAge ? gradeAge(index, place) : gradeWord(type, word, before);
    const isDay = graded > 0 && isFigure(type) && holds(word, IS_NUMBER) && isDayOfMonth(index, place);
    const grade = isAsked || isDay ? 0 : graded;
    // Of "11 percent" the question holds the unit: the number before it is shown, though the unit is no answer.
    if (isAsked && isUnitBehindNumber(type, word, before) && isMatched[position - 1] === 0) {
      const near = 1 / (1 + 1 / HALVED_AT);
      if (near > nearestShown) [nearestShown, nearestAt] = [near, position - 1];
    }
    before = word;
    if (grade === 0) continue;
    const distance = distanceToMatch(isMatched, position);
    const near = distance === REACH ? 0 : grade / (1 + distance / HALVED_AT);
    best = Math.max(best, grade);
    nearest = Math.max(nearest, near);
    if (grade < SHOWN_GRADE || near <= nearestShown) continue;
    nearestShown = near;
    nearestAt = position;
  }
  return { grade: best, near: nearest, at: nearestAt };
}

/**
 * What belongs to an answer of a type: the digits, the scale and the unit of a number; day, month and year of a date.
 */
function partOf(type: AnswerType): number {
  switch (type) {
    case 'date':
    case 'year':
      return IS_NUMBER | WORD_CLASS.date;
    case 'money':
    case 'percentage':
    case 'measure':
      return IS_NUMBER | UNIT_OF[type];
    case 'duration':
    case 'age':
      return IS_NUMBER | WORD_CLASS.duration | WORD_CLASS.measure;
    case 'count':
      return IS_NUMBER | UNIT_OF.money | UNIT_OF.percentage | UNIT_OF.measure;
    default:
      return IS_NUMBER;
  }
}

/** Whether a word of a list, by its position, can belong to an answer of the type. */
export function belongsToAnswer(
  index: IndexData,
  type: AnswerType,
  { lists, list, position }: { readonly lists: TokenLists; readonly list: number; readonly position: number },
): boolean {
  const at = (lists.starts[list] ?? 0) + position;
  return at < endOfReranked(lists, list) && holds(wordAt(index, lists.tokens[at] ?? 0), partOf(type));
}
