import type { Range } from '../text/split-words.ts';
import { tokenise } from '../text/tokenise.ts';

/** Words to be made bold, by their positions in the order in which they were read for searching. */
export interface Lit {
  isMatched(position: number): boolean;
  /** Position of a word that answers, or -1. */
  readonly answerAt: number;
  /** Whether a word beside it is part of the same answer: the `5`, the `million`, the `$`. */
  belongsToAnswer(position: number): boolean;
}

/** Between the words of one figure or date: `$5`, `3.2 million`, `30-year`. */
const WITHIN_ANSWER = /^[ -]?$/;
const YEAR = /^\d{4}$/;
const DAY = /^\d{1,2}$/;

/** Positions of the first and the last word of the answer. */
function spanOfAnswer(text: string, words: readonly Range[], { answerAt, belongsToAnswer }: Lit) {
  const isOne = (one: number, next: number) => {
    const [before, behind] = [words[one], words[next]];
    if (!before || !behind) return false;
    const gap = text.slice(before[1], behind[0]);
    if (gap !== ', ') return WITHIN_ANSWER.test(gap);
    // `November 20, 2024` and `Tuesday, 19 November`, but not `in 2022, 407 civilians`.
    const [left, right] = [text.slice(...before), text.slice(...behind)];
    return YEAR.test(right) || (DAY.test(right) && !YEAR.test(left));
  };
  let [first, last] = [answerAt, answerAt];
  while (first > 0 && belongsToAnswer(first - 1) && isOne(first - 1, first)) first--;
  while (belongsToAnswer(last + 1) && isOne(last, last + 1)) last++;
  return { first, last };
}

/**
 * Ranges of what is to be made bold in a text. The answer is one, and neighbours with nothing or a space between are
 * joined.
 */
export function highlight(text: string, lit: Lit): readonly Range[] {
  const words: Range[] = [];
  tokenise(text, (_form, start, end) => words.push([start, end]));
  const { first, last } = lit.answerAt < 0 ? { first: 0, last: -1 } : spanOfAnswer(text, words, lit);
  const ranges: [start: number, end: number][] = [];
  words.forEach(([start, end], position) => {
    if (!lit.isMatched(position) && !(position >= first && position <= last)) return;
    const before = ranges.at(-1);
    // `5m` is read as two words at one place.
    if (before && start < before[1]) return;
    const isBeside = before && start - before[1] <= 1 && text.slice(before[1], start).trim() === '';
    if (before && (isBeside || (position > first && position <= last))) before[1] = end;
    else ranges.push([start, end]);
  });
  return ranges;
}
