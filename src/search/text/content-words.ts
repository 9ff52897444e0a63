import { stem } from './stem.ts';
import { isSearched } from './stop-words.ts';
import { tokenise } from './tokenise.ts';

/** The words of a text that say what it is about, as stems, each once; words of grammar and of asking are left out. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  tokenise(text, (form) => {
    if (isSearched(form)) words.add(stem(form));
  });
  return words;
}
