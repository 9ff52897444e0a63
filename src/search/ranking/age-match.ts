import type { IndexData } from '../indexing/index-columns.ts';
import { spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import { monthOf } from '../text/months.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS } from '../text/word-classes.ts';

/** Words beside which a number is an age: "aged 52", "the age of 52", "52 years old". */
const AGE_WORDS: ReadonlySet<string> = new Set(['age', 'aged', 'ages', 'old']);
/** The greatest age of a person. */
const OLDEST = 120;
/** "Angela Merkel, 70, said": mostly an age, and it may be a count. */
const ALONE = 0.6;
/** "for 16 years", and the year of a birth: something of the kind. */
const ALIKE = 0.3;

const DIGITS = /^\d{1,3}$/;
const COUNTED = WORD_CLASS.money | WORD_CLASS.percent | WORD_CLASS.measure | WORD_CLASS.number;

/** Where a number stands: its place among the tokens, and the bounds of the list that it stands in. */
export interface NumberPlace {
  readonly tokens: Int32Array;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The word some places from a number, folded; empty beyond the list. */
function formBeside(index: IndexData, { tokens, at, from, to }: NumberPlace, distance: number): string {
  const place = at + distance;
  return place >= from && place < to ? index.lexicon.wordOf(wordOfToken(tokens[place] ?? 0)) : '';
}

const classesOf = (index: IndexData, form: string) => {
  const word = index.lexicon.idOf(form);
  return word < 0 ? 0 : (index.wordClasses[word] ?? 0);
};

/** Grades a number as the age of somebody or something, 0 (none) to 1 (as expected), by the words beside it. */
export function gradeAge(index: IndexData, place: NumberPlace): number {
  const beside = (distance: number) => formBeside(index, place, distance);
  const spelling = spellingOfToken(place.tokens[place.at] ?? 0);
  if ((spelling & SPELLING.nominal) !== 0) return 0;
  if ((spelling & SPELLING.year) !== 0) return ALIKE;
  if (AGE_WORDS.has(beside(-1)) || (AGE_WORDS.has(beside(-2)) && !/^\d/.test(beside(-1)))) return 1;
  // "13.8 billion years old": the unit may stand behind a scale.
  const unitAt = (classesOf(index, beside(1)) & WORD_CLASS.number) !== 0 ? 2 : 1;
  if ((classesOf(index, beside(unitAt)) & WORD_CLASS.duration) !== 0)
    return AGE_WORDS.has(beside(unitAt + 1)) ? 1 : ALIKE;
  const isDate = monthOf(beside(-1)) >= 0 || monthOf(beside(1)) >= 0;
  const isCount = ((classesOf(index, beside(1)) | classesOf(index, beside(-1))) & COUNTED) !== 0;
  if (isDate || isCount || !DIGITS.test(beside(0)) || Number(beside(0)) > OLDEST) return 0;
  return ALONE;
}
