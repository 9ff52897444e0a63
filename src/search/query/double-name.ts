import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS, wordClasses } from '../text/word-classes.ts';
import { wordList } from '../text/word-list.ts';
import type { TypedWord } from './query.ts';

/** A word of a question, as far as it tells a name. */
type Word = Pick<TypedWord, 'form' | 'spelling'>;

/** What is joined to a name and makes none: `Saudi-led`, `Chinese-style`. */
const NO_NAMES: ReadonlySet<string> = new Set(
  wordList('led era run aid wide like born made held style based owned ruled backed linked funded built'),
);
/** The second part of a double name in small letters: `un`, `eun`; behind a family name longer ones too: `moon`. */
const LONGEST_SMALL = { alone: 3, behindName: 5 } as const;
/** Of shorter names every slip is another name; in longer ones it is a slip. */
const LONGEST_UNMENDED = 6;

const has = ({ spelling }: Word, bit: number) => (spelling & bit) !== 0;

/** Whether a word is a common first name. */
export const isFirstName = ({ form }: Pick<Word, 'form'>): boolean =>
  (wordClasses()(form) & WORD_CLASS.firstName) !== 0;

/** Whether a word and the one behind it, which a hyphen joins to it, are a double name: `Jean-Paul`, `Jong-un`. */
export function isDoubleName(before: Word | undefined, first: Word, second: Word): boolean {
  const isJoined = has(second, SPELLING.hyphenated) && !has(second, SPELLING.digits);
  if (!isJoined || NO_NAMES.has(second.form)) return false;
  const isBehindName = before !== undefined && (has(before, SPELLING.capital) || isFirstName(before));
  if (isFirstName(first) || (before && isFirstName(before))) return true;
  if (!has(first, SPELLING.capital)) return false;
  const longest = isBehindName ? LONGEST_SMALL.behindName : LONGEST_SMALL.alone;
  return has(second, SPELLING.capital) || second.form.length <= longest;
}

/** Marks the words that are part of a double name, and so short that a slip of a letter makes another name. */
export function markDoubleNames(words: readonly TypedWord[]): readonly TypedWord[] {
  const isDouble = (at: number) => {
    const [first, second] = [words[at], words[at + 1]];
    return first !== undefined && second !== undefined && isDoubleName(words[at - 1], first, second);
  };
  return words.map((word, at) => {
    const isOfDoubleName = word.form.length <= LONGEST_UNMENDED && (isDouble(at) || isDouble(at - 1));
    return isOfDoubleName ? { ...word, isOfDoubleName } : word;
  });
}
