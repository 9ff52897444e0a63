import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-data.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { DIMENSIONS } from '../text/word-vectors.ts';
import type { ScoringContext } from './scoring-context.ts';
import {
  createMeaning,
  dotVector,
  endOfReading,
  measureNorm,
  noteSaid,
  weighSharedOthers,
} from './similarity.ts';

/**
 * The lengths (Euclidean norms) of the meanings of lines (`asked as`, `also called`), by which a cosine is divided. They are the
 * same for every question, and facts of the desk have many lines: worked out when they are first asked for, and remembered.
 */
export interface LineNorms {
  /** By number of the line; not a number where nobody asked yet. */
  readonly alone: Float32Array;
  /** By number of a passage's first line: of all its lines taken together. */
  readonly together: Float32Array;
}

/** Nothing worked out yet. */
export function createLineNorms({ passageOfLine }: IndexData): LineNorms {
  const unknown = () => new Float32Array(passageOfLine.length).fill(Number.NaN);
  return { alone: unknown(), together: unknown() };
}

function workOutNorms(context: ScoringContext, first: number): void {
  const { passageOfLine, lines } = context.index;
  const { said } = context.scratch;
  const together = createMeaning();
  const ordinal = passageOfLine[first];
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    noteSaid(context, lines.words, line, said);
    context.lineNorms.alone[line] = said.norm;
    for (let i = 0; i < DIMENSIONS; i++) together.sum[i] = (together.sum[i] ?? 0) + (said.sum[i] ?? 0);
    together.others += said.others;
  }
  measureNorm(together);
  context.lineNorms.together[first] = together.norm;
}

/** The scalar product of a term's vector and the question, remembered until another question is bound. */
function towardsAsked({ scratch, vectors, vectorOfTerm }: ScoringContext, term: number): number {
  const remembered = scratch.towardsAsked.get(term);
  if (remembered !== undefined) return remembered;
  const vector = vectorOfTerm[term] ?? -1;
  const product = vector < 0 ? 0 : dotVector(scratch.asked.sum, vectors, vector);
  scratch.towardsAsked.set(term, product);
  return product;
}

/** The scalar product of what a line and the question speak of, words without a vector left out. */
function lineTowardsAsked(context: ScoringContext, line: number): number {
  const { index, idfOf } = context;
  const { words } = index.lines;
  const to = endOfReading(words, line);
  let product = 0;
  for (let at = words.starts[line] ?? 0; at < to; at++) {
    const word = wordOfToken(words.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    product += idfOf(term) * towardsAsked(context, term);
  }
  return product;
}

/** How near the lines of a passage are to the question in what they speak of, 0 to 1. */
export interface LineMeanings {
  /** The nearest of them. */
  readonly nearest: number;
  /** All taken together. There, words without a vector only count against it. */
  readonly together: number;
}

const NO_LINES: LineMeanings = { nearest: 0, together: 0 };

/** Compares what the question and the lines of a passage speak of. */
export function likenessOfLines(context: ScoringContext, ordinal: number): LineMeanings {
  const { passageOfLine, lines } = context.index;
  const { alone, together } = context.lineNorms;
  const asked = context.scratch.asked.norm;
  const first = lowerBound(passageOfLine, ordinal);
  if (passageOfLine[first] !== ordinal || asked === 0) return NO_LINES;
  if (Number.isNaN(together[first])) workOutNorms(context, first);
  let nearest = 0;
  let sum = 0;
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    const towards = lineTowardsAsked(context, line);
    sum += towards;
    const length = alone[line] ?? 0;
    if (length > 0)
      nearest = Math.max(
        nearest,
        (towards + weighSharedOthers(context, lines.words, line)) / (asked * length),
      );
  }
  const length = together[first] ?? 0;
  return { nearest, together: length === 0 ? 0 : Math.max(0, sum / (asked * length)) };
}
