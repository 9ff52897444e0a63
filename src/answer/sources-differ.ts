import type { Quote, Quotes } from './answer.ts';

/** Questions that a figure answers. */
const ASKS_FOR_FIGURE =
  /\b(?:how (?:many|much|big|large|high|long|far|old|often)|number of|what (?:share|percentage|proportion|figure))\b/i;
const NUMBER = /\d[\d.,]*\d|\d/g;
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Dates are figures of another kind: "20 November 2024", "since 2022". */
const DATE = new RegExp(
  `\\b\\d{1,2} (?:${MONTH})\\b|\\b(?:${MONTH}) \\d{1,2}\\b|\\b(?:1[6-9]|20)\\d\\d\\b`,
  'g',
);
const YEAR = /\b(?:1[6-9]|20)\d\d\b/g;
const WORD = /\p{L}{3,}/gu;
/** From here on two texts say the same of the same: half of all their words are shared. */
const SAME_STATEMENT = 0.5;

/**
 * The quotes that answer one question with different figures, newest first; null when the first quote stands
 * undisputed. Precise rather than complete: only texts that hardly differ but in their figures are set side by side.
 */
export function differingSources(question: string, [first, ...others]: Quotes): Quotes | null {
  if (!ASKS_FOR_FIGURE.test(question)) return null;
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
  const [figuresOfA, figuresOfB] = [figuresIn(a.text), figuresIn(b.text)];
  if (figuresOfA.size === 0 || figuresOfB.size === 0 || speakOfOtherYears(a.text, b.text)) return false;
  return (
    [...figuresOfA].every((figure) => !figuresOfB.has(figure)) && likeness(a.text, b.text) >= SAME_STATEMENT
  );
}

/** What was counted in 2022 does not dispute what was counted in 2023. */
function speakOfOtherYears(a: string, b: string): boolean {
  const [yearsOfA, yearsOfB] = [yearsIn(a), yearsIn(b)];
  return yearsOfA.size > 0 && yearsOfB.size > 0 && [...yearsOfA].every((year) => !yearsOfB.has(year));
}

function yearsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(YEAR) ?? []);
}

function figuresIn(text: string): ReadonlySet<string> {
  const figures = text.replace(DATE, ' ').match(NUMBER) ?? [];
  return new Set(figures.map((figure) => figure.replaceAll(',', '')));
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
