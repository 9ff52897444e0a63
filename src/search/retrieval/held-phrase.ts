import type { IndexData } from '../indexing/index-columns.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';

/** What a question has between quotation marks, in the words of a segment. */
export interface Phrase {
  /** Its words by number; -1 for one that the segment does not hold. */
  readonly words: readonly number[];
  /** As it is compared to the letter. */
  readonly written: string;
}

/** As a keyboard writes it: case, accents and the shape of apostrophes, dashes and spaces aside. */
function plain(text: string): string {
  return fold(text).replace(/[’‘ʼ]/g, "'").replace(/[‐-―]/g, '-').replace(/\s+/g, ' ');
}

/** Makes a phrase ready to be looked for in a segment. */
export function readPhrase(index: IndexData, phrase: string): Phrase {
  const words: number[] = [];
  tokenise(phrase, (form) => words.push(index.lexicon.idOf(form)));
  return { words, written: plain(phrase).trim() };
}

/**
 * Whether words stand in the passage one behind the other, in whatever spelling: most passages are told apart by
 * that.
 */
function holdsWords({ text }: IndexData, ordinal: number, words: readonly number[]): boolean {
  const { starts, tokens } = text.words;
  const last = (starts[ordinal + 1] ?? 0) - words.length;
  for (let at = starts[ordinal] ?? 0; at <= last; at++) {
    if (words.every((word, i) => wordOfToken(tokens[at + i] ?? 0) === word)) return true;
  }
  return false;
}

const INSIDE_WORD = /[\p{L}\p{N}]/u;

/** Whether a text holds what is written as whole words, case and accents aside. */
export function holdsWritten(written: string, within: string): boolean {
  const text = plain(within);
  // Nothing at all would be found behind the last letter again and again.
  for (let at = text.indexOf(written); at >= 0 && at < text.length; at = text.indexOf(written, at + 1)) {
    const isWhole =
      !INSIDE_WORD.test(text.charAt(at - 1)) && !INSIDE_WORD.test(text.charAt(at + written.length));
    if (isWhole) return true;
  }
  return false;
}

/** Whether a passage holds a phrase to the letter, as whole words. */
export function holdsPhrase(index: IndexData, ordinal: number, { words, written }: Phrase): boolean {
  if (words.includes(-1) || !holdsWords(index, ordinal, words)) return false;
  return holdsWritten(written, index.passages.textAt(ordinal));
}
