/**
 * What `text.matchAll(pattern)` gives, without the copy of the expression that each such call makes: for a sentence,
 * the copy takes longer than the search.
 * @param pattern global, and never matching nothing
 */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
