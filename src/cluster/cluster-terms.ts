import { STOP_WORDS, stem, tokenise } from '../search/index.ts';

/** Longer terms are cut by the cluster's analyzer, which makes two of them. */
const LONGEST_TERM = 255;

/** The term under which the cluster holds a folded word. Its analyzer parts terms at blanks, so that they hold none. */
export function clusterTerm(word: string): string {
  return stem(word).replace(/\s+/g, '_').slice(0, LONGEST_TERM);
}

/** Hands on the words of a text that are searched, folded, in order; words of grammar are left out. */
export function readSearchedWords(text: string, onWord: (word: string) => void): void {
  tokenise(text, (form) => {
    if (!STOP_WORDS.has(form)) onWord(form);
  });
}
