import { stemmer } from 'stemmer';

/** Longest word that is stemmed; beyond it are no words of English, and the rules' cost grows with length. */
const LONGEST_STEMMED = 40;

/**
 * The stem that stands for all forms of a folded word (Porter's algorithm). Numbers and words outside
 * the Latin alphabet stay as they are.
 */
export function stem(form: string): string {
  return form.length <= LONGEST_STEMMED && /^[a-z]+$/.test(form) ? stemmer(form) : form;
}
