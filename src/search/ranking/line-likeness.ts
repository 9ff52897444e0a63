import type { IndexData } from '../store/index-data.ts';
import { wordOfToken } from '../store/token-lists.ts';
import type { QuestionTable } from './question-table.ts';

/** How a question and a line of the same passage (`asked as`, `also called`) resemble each other. */
export interface LineLikeness {
  /** Weight of the shared words by the weight of all words of both, 0 to 1. */
  readonly likeness: number;
  /** By number of the question's term: how surely any line of the passage holds it, 0 to 1. */
  readonly certainties: Float64Array;
}

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

/** Compares the question with every line of a passage and gives the best. */
export function likenessOfLines(
  index: IndexData,
  table: QuestionTable,
  ordinal: number,
  rarityOf: (term: number) => number,
): LineLikeness {
  const terms = table.question.terms;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const certainties = new Float64Array(terms.length);
  const { starts, tokens } = index.lines.words;
  let likeness = 0;
  for (let line = firstLineOf(index.passageOfLine, ordinal); index.passageOfLine[line] === ordinal; line++) {
    const met = new Float64Array(terms.length);
    let other = 0;
    for (let at = starts[line] ?? 0; at < (starts[line + 1] ?? 0); at++) {
      const word = wordOfToken(tokens[at] ?? 0);
      if (index.isStopWord[word] === 1) continue;
      const stands = index.termOfWord[word] ?? 0;
      const term = table.termAt(stands);
      if (term < 0) other += rarityOf(stands);
      else {
        met[term] = Math.max(met[term] ?? 0, table.certaintyAt(stands));
        const second = table.secondTermAt(stands);
        if (second >= 0) met[second] = Math.max(met[second] ?? 0, table.certaintyAt(stands));
      }
    }
    let shared = 0;
    terms.forEach(({ weight }, term) => {
      const certainty = met[term] ?? 0;
      shared += weight * certainty;
      certainties[term] = Math.max(certainties[term] ?? 0, certainty);
    });
    likeness = Math.max(likeness, total + other === 0 ? 0 : shared / (total + other));
  }
  return { likeness, certainties };
}
