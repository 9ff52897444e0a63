import { DIMENSIONS, readWordVectors } from '../analysis/word-vectors.ts';
import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../store/index-data.ts';
import { wordOfToken } from '../store/token-lists.ts';
import {
  createMeaning,
  dotVector,
  endOfReading,
  measureLength,
  noteSaid,
  weighSharedOthers,
} from './meaning.ts';
import type { Look } from './scoring-context.ts';

/**
 * How long what lines (`asked as`, `also called`) speak of is. It is the same for every question, and facts of the desk have
 * many lines: worked out when it is first asked for, and remembered.
 */
export interface LineLengths {
  /** By number of the line; not a number where nobody asked yet. */
  readonly alone: Float32Array;
  /** By number of a passage's first line: of all its lines taken together. */
  readonly together: Float32Array;
}

/** Nothing worked out yet. */
export function createLineLengths({ passageOfLine }: IndexData): LineLengths {
  const unknown = () => new Float32Array(passageOfLine.length).fill(Number.NaN);
  return { alone: unknown(), together: unknown() };
}

function workOutLengths(look: Look, first: number): void {
  const { passageOfLine, lines } = look.index;
  const { said } = look.room;
  const together = createMeaning();
  const ordinal = passageOfLine[first];
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    noteSaid(look, lines.words, line, said);
    look.lineLengths.alone[line] = said.length;
    for (let i = 0; i < DIMENSIONS; i++) together.sum[i] = (together.sum[i] ?? 0) + (said.sum[i] ?? 0);
    together.others += said.others;
  }
  measureLength(together);
  look.lineLengths.together[first] = together.length;
}

/** The scalar product of a term's vector and the question, remembered while the question lies on the table. */
function towardsAsked({ room, vectorOfTerm }: Look, term: number): number {
  const remembered = room.towardsAsked.get(term);
  if (remembered !== undefined) return remembered;
  const vector = vectorOfTerm[term] ?? -1;
  const product = vector < 0 ? 0 : dotVector(room.asked.sum, readWordVectors().values, vector);
  room.towardsAsked.set(term, product);
  return product;
}

/** The scalar product of what a line and the question speak of, words without a vector left out. */
function lineTowardsAsked(look: Look, line: number): number {
  const { index, rarityOf } = look;
  const { words } = index.lines;
  const to = endOfReading(words, line);
  let product = 0;
  for (let at = words.starts[line] ?? 0; at < to; at++) {
    const word = wordOfToken(words.tokens[at] ?? 0);
    if (index.isStopWord[word] === 1) continue;
    const term = index.termOfWord[word] ?? 0;
    product += rarityOf(term) * towardsAsked(look, term);
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
export function likenessOfLines(look: Look, ordinal: number): LineMeanings {
  const { passageOfLine, lines } = look.index;
  const { alone, together } = look.lineLengths;
  const asked = look.room.asked.length;
  const first = lowerBound(passageOfLine, ordinal);
  if (passageOfLine[first] !== ordinal || asked === 0) return NO_LINES;
  if (Number.isNaN(together[first])) workOutLengths(look, first);
  let nearest = 0;
  let sum = 0;
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    const towards = lineTowardsAsked(look, line);
    sum += towards;
    const length = alone[line] ?? 0;
    if (length > 0)
      nearest = Math.max(nearest, (towards + weighSharedOthers(look, lines.words, line)) / (asked * length));
  }
  const length = together[first] ?? 0;
  return { nearest, together: length === 0 ? 0 : Math.max(0, sum / (asked * length)) };
}
