import { wordOfToken } from '../store/token-lists.ts';
import { noteCertainties } from './matches.ts';
import type { Look } from './measure-parts.ts';
import { findNamePlaces } from './name-places.ts';

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

/** What the words of a line weigh that the question does not hold, by another name either. */
function weighOthers(look: Look, line: number): number {
  const { index, table, rarityOf } = look;
  const { starts, tokens } = index.lines.words;
  const names = findNamePlaces(look, index.lines.words, line);
  const from = starts[line] ?? 0;
  let others = 0;
  for (let at = from; at < (starts[line + 1] ?? 0); at++) {
    const word = wordOfToken(tokens[at] ?? 0);
    const term = index.termOfWord[word] ?? 0;
    if (index.isStopWord[word] === 1 || table.termAt(term) >= 0) continue;
    if (names.some(({ first, last }) => first <= at - from && at - from <= last)) continue;
    others += rarityOf(term);
  }
  return others;
}

/**
 * Compares the question with every line of a passage (`asked as`, `also called`). Gives the best likeness: weight of
 * the shared words by the weight of all words of both, 0 to 1. Notes for each term of the question how surely any
 * of the lines holds it.
 */
export function likenessOfLines(look: Look, ordinal: number, held: Float64Array): number {
  const { index, table } = look;
  held.fill(0);
  let line = firstLineOf(index.passageOfLine, ordinal);
  if (index.passageOfLine[line] !== ordinal) return 0;
  const terms = table.question.terms;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const met = new Float64Array(terms.length);
  let likeness = 0;
  for (; index.passageOfLine[line] === ordinal; line++) {
    noteCertainties(look, index.lines.words, line, met);
    let shared = 0;
    for (let term = 0; term < terms.length; term++) {
      const certainty = met[term] ?? 0;
      shared += (terms[term]?.weight ?? 0) * certainty;
      held[term] = Math.max(held[term] ?? 0, certainty);
    }
    const whole = total + weighOthers(look, line);
    if (whole > 0) likeness = Math.max(likeness, shared / whole);
  }
  return likeness;
}
