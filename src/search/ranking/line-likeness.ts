import { WORD_CLASS } from '../analysis/word-classes.ts';
import { lowerBound } from '../store/lower-bound.ts';
import { endOfLook, wordOfToken } from '../store/token-lists.ts';
import { noteCertainties } from './matches.ts';
import type { Look } from './measure-parts.ts';
import { findNamePlaces, type NamePlace } from './name-places.ts';

const isWithin = (names: readonly NamePlace[], position: number) =>
  names.some(({ first, last }) => first <= position && position <= last);

/** What the words of a line weigh that the question does not hold, by another name either. */
function weighOthers({ index, table, rarityOf }: Look, line: number, names: readonly NamePlace[]): number {
  const { starts, tokens } = index.lines.words;
  const to = endOfLook(index.lines.words, line);
  const from = starts[line] ?? 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    const word = wordOfToken(tokens[at] ?? 0);
    const term = index.termOfWord[word] ?? 0;
    if (index.isStopWord[word] === 1 || table.termAt(term) >= 0) continue;
    if (names.length > 0 && isWithin(names, at - from)) continue;
    // Left out of questions, it must not tell a known question from the one that is asked.
    if (((index.wordClasses[word] ?? 0) & WORD_CLASS.asking) === 0) others += rarityOf(term);
  }
  return others;
}

/** How like the question the two likest lines of a passage are, 0 to 1. */
export interface LineLikeness {
  readonly best: number;
  readonly second: number;
}

const NO_LINES: LineLikeness = { best: 0, second: 0 };

/**
 * Compares the question with every line of a passage (`asked as`, `also called`). Likeness is the weight of the shared
 * words by the weight of all words of both. Notes for each term of the question how surely any of the lines holds it.
 */
export function likenessOfLines(look: Look, ordinal: number, held: Float64Array): LineLikeness {
  const { index, table } = look;
  held.fill(0);
  let line = lowerBound(index.passageOfLine, ordinal);
  if (index.passageOfLine[line] !== ordinal) return NO_LINES;
  const terms = table.question.terms;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const met = new Float64Array(terms.length);
  let best = 0;
  let second = 0;
  for (; index.passageOfLine[line] === ordinal; line++) {
    const names = findNamePlaces(look, index.lines.words, line);
    noteCertainties(look, index.lines.words, line, names, met);
    let shared = 0;
    for (let term = 0; term < terms.length; term++) {
      const certainty = met[term] ?? 0;
      shared += (terms[term]?.weight ?? 0) * certainty;
      held[term] = Math.max(held[term] ?? 0, certainty);
    }
    // Other words can only make it less like.
    if (total === 0 || shared / total <= second) continue;
    const likeness = shared / (total + weighOthers(look, line, names));
    second = Math.max(second, Math.min(best, likeness));
    best = Math.max(best, likeness);
  }
  return { best, second };
}
