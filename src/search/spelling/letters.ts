/** Whether a UTF-16 unit is a digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The letters of a typed word, as a lexicon keeps them. */
export function lettersOf(word: string): Uint16Array {
  const letters = new Uint16Array(word.length);
  for (let i = 0; i < word.length; i++) letters[i] = word.charCodeAt(i);
  return letters;
}
