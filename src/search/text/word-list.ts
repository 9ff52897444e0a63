/** The words of a list written as text, in order. */
export function wordList(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
