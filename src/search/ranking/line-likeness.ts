import { wordOfToken } from '../store/token-lists.ts';
import { noteCertainties } from './matches.ts';
import type { Look } from './measure-parts.ts';

/** Number of a passage's first line; that of the next passage when it has none. */
function firstLineOf(passageOfLine: Int32Array, ordinal: number): number {
  let from = 0;
  let to = passageOfLine.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((passageOfLine[middle] ?? 0) < ordinal) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Compares the question with every line of a passage (`asked as`, `also called`). Gives the best likeness: weight of
 * the shared words by the weight of all words of both, 0 to 1. Notes for each term of the question how surely any
 * of the lines holds it.
 */
export function likenessOfLines(
  { index, table, rarityOf }: Look,
  ordinal: number,
  held: Float64Array,
): number {
  held.fill(0);
  let line = firstLineOf(index.passageOfLine, ordinal);
  if (index.passageOfLine[line] !== ordinal) return 0;
  const terms = table.question.terms;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const { starts, tokens } = index.lines.words;
  const met = new Float64Array(terms.length);
  let likeness = 0;
  for (; index.passageOfLine[line] === ordinal; line++) {
    noteCertainties({ index, table }, index.lines.words, line, met);
    let other = 0;
    for (let at = starts[line] ?? 0; at < (starts[line + 1] ?? 0); at++) {
      const word = wordOfToken(tokens[at] ?? 0);
      const stands = index.termOfWord[word] ?? 0;
      if (index.isStopWord[word] === 0 && table.termAt(stands) < 0) other += rarityOf(stands);
    }
    let shared = 0;
    for (let term = 0; term < terms.length; term++) {
      const certainty = met[term] ?? 0;
      shared += (terms[term]?.weight ?? 0) * certainty;
      held[term] = Math.max(held[term] ?? 0, certainty);
    }
    if (total + other > 0) likeness = Math.max(likeness, shared / (total + other));
  }
  return likeness;
}
