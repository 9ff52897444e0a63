import { WORD_CLASS } from '../analysis/word-classes.ts';
import { SPELLING } from '../analysis/words.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { IndexData } from '../store/index-data.ts';
import { spellingOfToken, type TokenLists, wordOfToken } from '../store/token-lists.ts';
import type { Matches } from './matches.ts';

/** A word of a passage as far as answers are concerned. */
interface Word {
  readonly isNumber: boolean;
  readonly isYear: boolean;
  readonly isName: boolean;
  readonly classes: number;
}

const NOTHING: Word = { isNumber: false, isYear: false, isName: false, classes: 0 };

const is = (word: Word, bit: number) => (word.classes & bit) !== 0;

/** A number with its unit counts whole, a number alone in part, a year hardly: it is mostly a date. */
function gradeQuantity(word: Word, before: Word, unit: number): number {
  if (is(word, unit) && before.isNumber) return 1;
  if (word.isNumber && is(before, unit)) return 1;
  return word.isNumber && !word.isYear ? 0.4 : 0;
}

/** Grades a word, with the one before it, as an answer of the type: 0 (no) to 1 (as expected). */
function gradeWord(type: AnswerType, word: Word, before: Word): number {
  switch (type) {
    case 'count':
      if (!word.isNumber) return 0;
      return word.isYear ? 0.3 : 1;
    case 'money':
      return gradeQuantity(word, before, WORD_CLASS.money);
    case 'percentage':
      return gradeQuantity(word, before, WORD_CLASS.percent);
    case 'duration':
      return Math.max(gradeQuantity(word, before, WORD_CLASS.duration), word.isYear ? 0.4 : 0);
    case 'measure':
      return gradeQuantity(word, before, WORD_CLASS.measure);
    case 'year':
      return word.isYear ? 1 : 0;
    case 'date':
      if (word.isYear) return 1;
      return is(word, WORD_CLASS.date) ? 0.8 : 0;
    case 'person':
      if (is(word, WORD_CLASS.firstName)) return 1;
      return word.isName ? 0.8 : is(word, WORD_CLASS.role) ? 0.6 : 0;
    case 'place':
      return is(word, WORD_CLASS.place) ? 1 : word.isName ? 0.5 : 0;
    case 'organisation':
      return is(word, WORD_CLASS.organisation) ? 1 : word.isName ? 0.6 : 0;
    case 'reason':
      return is(word, WORD_CLASS.reason) ? 1 : 0;
    case 'colour':
      return is(word, WORD_CLASS.colour) ? 1 : 0;
    case 'manner':
    case 'definition':
    case 'yesNo':
    case 'thing':
      return 0;
    default:
      return type satisfies never;
  }
}

/** Further than this many words from any word of the question, a number or name belongs to something else. */
const REACH = 12;
/** Distance in words at which nearness is halved. */
const HALVED_AT = 3;

/** How well a passage holds what is asked for. */
export interface AnswerGrade {
  /** The best grade of any of its words, 0 to 1. */
  readonly grade: number;
  /** The best grade after distance to a word of the question is counted off, 0 to 1. */
  readonly near: number;
  /** Position of the word that is nearest, or -1. */
  readonly at: number;
}

/** Distance in words from a position to the nearest matched one, `REACH` at most. */
function distanceToMatch(isMatched: Uint8Array, position: number): number {
  for (let distance = 1; distance < REACH; distance++) {
    if (isMatched[position - distance] === 1 || isMatched[position + distance] === 1) return distance;
  }
  return REACH;
}

function wordAt(index: IndexData, token: number): Word {
  const spelling = spellingOfToken(token);
  const classes = index.wordClasses[wordOfToken(token)] ?? 0;
  const isFirst = (spelling & SPELLING.sentenceStart) !== 0;
  return {
    isNumber: (spelling & SPELLING.digits) !== 0 || (classes & WORD_CLASS.number) !== 0,
    isYear: (spelling & SPELLING.year) !== 0,
    isName: (spelling & SPELLING.capital) !== 0 && !isFirst,
    classes,
  };
}

const UNGRADED: AnswerGrade = { grade: 0, near: 0, at: -1 };
const TYPES_WITHOUT_FORM: ReadonlySet<AnswerType> = new Set(['manner', 'definition', 'yesNo', 'thing']);

/** Looks in a list of words for what the question asks for. Words of the question itself are no answer. */
export function gradeAnswer(
  index: IndexData,
  type: AnswerType,
  { lists, list, matches }: { readonly lists: TokenLists; readonly list: number; readonly matches: Matches },
): AnswerGrade {
  if (TYPES_WITHOUT_FORM.has(type)) return UNGRADED;
  let best = UNGRADED;
  let before = NOTHING;
  const from = lists.starts[list] ?? 0;
  for (let position = 0; position < matches.isMatched.length; position++) {
    const word = wordAt(index, lists.tokens[from + position] ?? 0);
    const grade = matches.isMatched[position] === 1 ? 0 : gradeWord(type, word, before);
    before = word;
    if (grade === 0) continue;
    const distance = distanceToMatch(matches.isMatched, position);
    const near = distance === REACH ? 0 : grade / (1 + distance / HALVED_AT);
    const isNearer = near > best.near || best.at < 0;
    best = {
      grade: Math.max(best.grade, grade),
      near: Math.max(best.near, near),
      at: isNearer ? position : best.at,
    };
  }
  return best;
}
