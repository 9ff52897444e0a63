import { fold } from '../text/fold.ts';
import { isSearched } from '../text/stop-words.ts';
import { tokenise } from '../text/tokenise.ts';

/** Straight and typographic quotation marks around something that is not empty, nor longer than a sentence or two. */
const PHRASE = /"([^"]{1,300})"|“([^“”]{1,300})”|„([^“”„]{1,300})[“”]|«([^«»]{1,300})»/g;
/** What makes a word. Blanks, marks and signs by themselves stand in every passage, or in none. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * What stands between quotation marks, each once. Looked at as it is searched: folding leaves nothing of some
 * letters.
 */
export function findPhrases(text: string): readonly string[] {
  const marked = [...text.matchAll(PHRASE)].map(
    ([, ...marks]) => marks.find((mark) => mark !== undefined) ?? '',
  );
  return [...new Set(marked)].filter((phrase) => LETTER_OR_DIGIT.test(fold(phrase)));
}

/** Whether words outside quotation marks are searched: `how many copies of "Chasing Cars" were sold`. */
export function asksBesidePhrases(text: string): boolean {
  let isAsked = false;
  tokenise(text.replace(PHRASE, ' '), (form) => {
    isAsked ||= isSearched(form);
  });
  return isAsked;
}

/** Has `change` made of what stands outside quotation marks; what stands between them is to the letter. */
export function changeBesidePhrases(text: string, change: (piece: string) => string): string {
  let changed = '';
  let done = 0;
  for (const { index, 0: marked } of text.matchAll(PHRASE)) {
    changed += change(text.slice(done, index)) + marked;
    done = index + marked.length;
  }
  return changed + change(text.slice(done));
}
