import { isSearched, MEASURE_WORDS } from '../text/stop-words.ts';
import { tokenise } from '../text/tokenise.ts';
import { markDoubleNames } from './double-name.ts';
import { mendWord } from './mend-word.ts';
import type { Assumption, TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words beyond this number are not read, nor what stands behind so many characters: by then there are terms enough. */
const MOST_WORDS = 200;
const MOST_CHARACTERS = 4000;
/** Longer words are keys that were held down; their letters say nothing. */
const LONGEST_WORD = 60;

/** A year as reporters note it: `'24`. */
const SHORT_YEAR = /(?<![\p{L}\p{N}])['’‘](\d{2})(?![\p{L}\p{N}])/gu;
/** Years of two digits from here on are of the last century. */
const LAST_CENTURY = 50;

const inFull = (_: string, year: string) => `${Number(year) < LAST_CENTURY ? '20' : '19'}${year}`;

/** The words of a question as they stand in it. */
export function readTyped(text: string): readonly TypedWord[] {
  const words: TypedWord[] = [];
  tokenise(text.slice(0, MOST_CHARACTERS).replace(SHORT_YEAR, inFull), (form, _start, _end, spelling) => {
    if (words.length < MOST_WORDS && form.length <= LONGEST_WORD)
      words.push({ form, position: words.length, spelling });
  });
  return markDoubleNames(words);
}

/**
 * The words of a question with misspelt English put right: `waht` asks what `what` asks. What is searched so is
 * reported.
 */
export function mendWords(
  typed: readonly TypedWord[],
  vocabulary: Vocabulary,
  assumptions: Assumption[],
): readonly TypedWord[] {
  const words: TypedWord[] = [];
  for (const { form, spelling, isOfDoubleName = false } of typed) {
    const mended = mendWord({ form, position: words.length, spelling, isOfDoubleName }, vocabulary);
    for (const word of mended) {
      const before = words.at(-1)?.form ?? '';
      const asksMeasure = before === 'how' && MEASURE_WORDS.has(word);
      words.push({ form: word, position: words.length, spelling, asksMeasure, isOfDoubleName });
    }
    // Of a word that the corpus does not hold either nothing was found, and it may be no word to be told to anybody.
    const isFound = mended.some((word) => isSearched(word) && vocabulary.termOf(word) >= 0);
    if (!mended.includes(form) && isFound) assumptions.push({ typed: form, searchedFor: mended.join(' ') });
  }
  return words;
}
