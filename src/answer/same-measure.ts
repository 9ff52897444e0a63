import { type Figure, type Hit, isFigure, isSamePeriod, periodOf, readFigures } from '../search/index.ts';
import type { Found } from './confidence.ts';

/** Two texts that share less than a quarter of all their words count different things under one noun. */
const SAME_SUBJECT = 0.25;
/** Where they do not name it alike ("834 people", "608 were hurt"), they must share half of all their words. */
export const SAME_STATEMENT = 0.5;
const WORD = /\p{L}{3,}/gu;

/** What a "what is the …" asks a figure by, though the figure may be of any kind. */
const RATE = /\b(?:rate|turnout)s?\b/i;

/** Whether a question asks for a figure. */
export function asksForFigure({ asksFor, parsed }: Found): boolean {
  return isFigure(asksFor) || (asksFor === 'thing' && RATE.test(parsed.text));
}

/** A hit as what counts or measures something. */
export interface Counted {
  readonly hit: Hit;
  /** The figures that answer. */
  readonly figures: readonly Figure[];
}

/** Reads the figures that the search marked as the answer, or whose noun or unit was asked for; all without such. */
export function countOf(hit: Hit): Counted {
  const { passage, highlights } = hit;
  const figures = readFigures(passage.text);
  const marked = figures.filter((figure) =>
    highlights.some(([start, end]) => start < figure.end && figure.start < end),
  );
  return { hit, figures: marked.length > 0 ? marked : figures };
}

/** The time that a hit tells of, as a partial date; undefined where nobody recorded it. */
export function timeOf({ passage: { text, asOf, isUndated } }: Hit): string | undefined {
  return periodOf(text, isUndated === true ? undefined : asOf);
}

/** Whether both hits can tell of one time. */
export function isOfSamePeriod(a: Hit, b: Hit): boolean {
  return isSamePeriod(timeOf(a), timeOf(b));
}

/**
 * Whether a figure of the one can stand against one of the other: it measures the same, of the same thing.
 *
 * @param leastAlike share (0 to 1) of all their words that must stand in both, where they name it alike
 */
export function measuresTheSame(a: Counted, b: Counted, leastAlike = SAME_SUBJECT): boolean {
  const pairs = a.figures.flatMap((one) => b.figures.map((other) => [one, other] as const));
  const comparable = pairs.filter(([one, other]) => one.quantity === other.quantity);
  if (comparable.length === 0) return false;
  const nameAlike = comparable.some(
    ([one, other]) => one.noun === other.noun || (isNounMarked(one, a.hit) && isNounMarked(other, b.hit)),
  );
  return likeness(a.hit.passage.text, b.hit.passage.text) >= (nameAlike ? leastAlike : SAME_STATEMENT);
}

/** Whether the question names what the figure counts, in this word or in one like it. */
function isNounMarked({ noun, end }: Figure, { highlights }: Hit): boolean {
  return noun !== '' && highlights.some(([from, to]) => from < end && end - noun.length < to);
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
