import { STOP_WORDS, stem, tokenise } from '../search/index.ts';

/** Longer terms are cut by the cluster's analyzer, which makes two of them. */
const LONGEST_TERM = 255;

/** The term under which the cluster holds a folded word. Its analyzer parts terms at blanks, so that they hold none. */
export function clusterTerm(word: string): string {
  return asTerm(stem(word));
}

/** The same of a stem. */
export function asTerm(root: string): string {
  return root.replace(/\s+/g, '_').slice(0, LONGEST_TERM);
}

/** Stands for a word of grammar: the cluster's analyzer leaves its place empty. No word is folded to it. */
export const GAP = '_';

/** The words of a text, folded, in order. */
export function formsOf(text: string): readonly string[] {
  const forms: string[] = [];
  tokenise(text, (form) => forms.push(form));
  return forms;
}

/** Those that are searched: words of grammar are left out. */
export const searchedOf = (forms: readonly string[]): readonly string[] =>
  forms.filter((form) => !STOP_WORDS.has(form));

/** As they stand in a field with positions. */
export const termsOf = (forms: readonly string[]): string =>
  forms.map((form) => (STOP_WORDS.has(form) ? GAP : clusterTerm(form))).join(' ');
