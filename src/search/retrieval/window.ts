import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-data.ts';

/** Neighbouring passages in whole paragraphs, from the first ones up to, but without, the ends; and their lines. */
export interface Window {
  readonly paragraph: number;
  readonly paragraphEnd: number;
  readonly ordinal: number;
  readonly ordinalEnd: number;
  readonly line: number;
  readonly lineEnd: number;
}

/** So many passages are scored at a time: their scores, 256 KB, fit into the level 2 cache of common processors. */
export const WINDOW_SIZE = 65_536;

/** An empty window before the first. */
export const START: Window = {
  paragraph: 0,
  paragraphEnd: 0,
  ordinal: 0,
  ordinalEnd: 0,
  line: 0,
  lineEnd: 0,
};

/** The window behind another, of about so many passages: whole paragraphs, at least one. */
export function windowBehind(
  { passages: { columns, size }, passageOfLine }: IndexData,
  before: Window,
  passages: number,
): Window {
  const { paragraphOf, paragraphStarts } = columns;
  const { paragraphEnd: paragraph, ordinalEnd: ordinal, lineEnd: line } = before;
  const last = Math.min(size, ordinal + passages) - 1;
  const lastParagraph = paragraphOf[last] ?? 0;
  // The last paragraph may not be whole, and is left to the next window unless it is the only one.
  const paragraphEnd = last === size - 1 ? lastParagraph + 1 : Math.max(paragraph + 1, lastParagraph);
  const ordinalEnd = paragraphStarts[paragraphEnd] ?? 0;
  const lineEnd = lowerBound(passageOfLine, ordinalEnd, line);
  return { paragraph, paragraphEnd, ordinal, ordinalEnd, line, lineEnd };
}
