import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { type AnswerType, readAnswerType } from '../query/answer-type.ts';

/**
 * What the example queries (`asked as`) that the desk wrote for a passage ask for, in their order; its other names
 * (`also called`) ask for nothing.
 */
export type ExampleQueries = readonly AnswerType[];

/** Any question may ask for these in other words: they tell nothing of what a passage answers. */
const OPEN_KINDS: ReadonlySet<AnswerType> = new Set([
  'thing',
  'topic',
  'yesNo',
  'manner',
  'definition',
  'colour',
]);

/**
 * What words without a question may ask for too: "Finland treaty withdrawal" is answered by a day, "mines Ukraine"
 * not by a count.
 */
const TOLD_ANYWAY: ReadonlySet<AnswerType> = new Set(['date', 'person', 'place', 'organisation']);

/**
 * Whether a question asks for something else than an example query, whatever words they share: "why did Finland
 * leave" is not "when did Finland leave", and "which mines are sent" is not "why are mines sent". Words without a
 * question may ask for anything; a question for a yes or no is answered by whatever tells of it, but not by its
 * reason.
 */
export function asksForOther(type: AnswerType, example: AnswerType): boolean {
  const kind = kindOf(type);
  if (kind === example || kind === 'topic') return false;
  if (kind === 'yesNo') return example === 'reason';
  if (OPEN_KINDS.has(kind)) return !OPEN_KINDS.has(example);
  return !(OPEN_KINDS.has(example) && TOLD_ANYWAY.has(kind));
}

/** Who asks in which year asks when. */
const kindOf = (type: AnswerType): AnswerType => (type === 'year' ? 'date' : type);

/** Reads the example queries of passages, and remembers them: the same facts are looked at again and again. */
export function readExampleQueries(index: IndexData): (ordinal: number) => ExampleQueries {
  const { passages, lines, passageOfLine, lexicon } = index;
  const remembered = new Map<number, ExampleQueries>();
  const { starts, tokens } = lines.words;
  const read = (ordinal: number): ExampleQueries => {
    // Of the lines of a passage, its questions come first.
    const first = lowerBound(passageOfLine, ordinal);
    return passages.metadataAt(ordinal).askedAs.map((_, nth) => {
      const line = first + nth;
      const words = Array.from(tokens.subarray(starts[line], starts[line + 1]), wordOfToken);
      return kindOf(readAnswerType(words.map((word) => lexicon.wordOf(word))).type);
    });
  };
  return (ordinal) => {
    const known = remembered.get(ordinal) ?? read(ordinal);
    remembered.set(ordinal, known);
    return known;
  };
}
