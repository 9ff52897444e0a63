import { stemmer } from 'stemmer';
import { BASE_FORMS } from './irregular-forms.ts';
import { ORDINAL_WORDS } from './number-words.ts';

/** Longest word that is stemmed; beyond it are no words of English, and the rules' cost grows with length. */
const LONGEST_STEMMED = 40;

/** British spellings become American ones: which of the two is used as the common one does not matter. */
function americanise(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|es|ing|er|ers|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ites|ful|al|less)?$/, 'or$1')
    .replace(/tre(s|d)?$/, 'ter$1')
    .replace(/ell(ed|ing|er|ers)$/, 'el$1')
    .replace(/ogue(s)?$/, 'og$1');
}

/** Reading a question asks for the stem of each word several times, and newsrooms ask with the same words. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, string>();

/**
 * The stem that stands for all forms of a folded word: irregular forms by a table, British spellings made
 * American, then Porter's algorithm. Numbers and words outside the Latin alphabet stay as they are.
 */
export function stem(form: string): string {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  const root = workOut(form);
  remembered.set(form, root);
  return root;
}

function workOut(form: string): string {
  if (form.length > LONGEST_STEMMED) return form;
  if (!/^[a-z]+$/.test(form)) return ORDINAL_WORDS.get(form) ?? form;
  const singular = form.endsWith('s') ? form.slice(0, -1) : form;
  return stemmer(americanise(BASE_FORMS.get(form) ?? BASE_FORMS.get(singular) ?? form));
}
