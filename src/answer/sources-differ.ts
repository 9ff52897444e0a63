import type { Quote, Quotes } from './answer.ts';
import { asksForFigure, giveOtherFigures, speakOfOtherYears } from './figures.ts';

const WORD = /\p{L}{3,}/gu;
/** From here on two texts say the same of the same: half of all their words are shared. */
const SAME_STATEMENT = 0.5;

/**
 * The quotes that answer one question with different figures, newest first; null when the first quote stands
 * undisputed. Precise rather than complete: only texts that hardly differ but in their figures are set side by side.
 */
export function differingSources(question: string, [first, ...others]: Quotes): Quotes | null {
  if (!asksForFigure(question)) return null;
  const disputing = others.filter((other) => disputes(first, other));
  const [newest, ...older] = [first, ...disputing].sort(newestFirst);
  return newest === undefined || older.length === 0 ? null : [newest, ...older];
}

/** Partial dates sort as text. */
function newestFirst(a: Quote, b: Quote): number {
  if (a.asOf === b.asOf) return 0;
  return a.asOf < b.asOf ? 1 : -1;
}

function disputes(a: Quote, b: Quote): boolean {
  if (a.source.file === b.source.file && a.source.title === b.source.title) return false;
  if (speakOfOtherYears(a.text, b.text)) return false;
  return giveOtherFigures(a.text, b.text) && likeness(a.text, b.text) >= SAME_STATEMENT;
}

/** Share (0 to 1) of the words of both texts that stand in both. */
function likeness(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [wordsIn(a), wordsIn(b)];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared / Math.max(1, wordsOfA.size + wordsOfB.size - shared);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}
