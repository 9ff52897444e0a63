import type { Doubt } from './doubt.ts';
import type { Block, NestedKind } from './markdown-blocks.ts';
import { MARKER } from './parse-block-quote.ts';

import { findStrayMarkup } from './stray-markup.ts';
import { beginsStamped, holdsField, isNotice } from './taking-back.ts';

const MEND_WORDS = 'Write the words alone, as they were said; what is for the desk goes into "- note:"';
const MEND_POINTS = 'Part the points by lines with ">" alone, or make each a fact of its own';

const NESTED: Readonly<Record<NestedKind, readonly [what: string, mend: string]>> = {
  quote: ['a quote stands within the quote', 'Write the inner words between “ and ”, in a line with one ">"'],
  point: ['the points of a list would be run together in one line', MEND_POINTS],
  heading: ['a heading stands within the quote', MEND_WORDS],
  code: ['a block of code stands within the quote', MEND_WORDS],
  html: ['HTML stands within the quote', MEND_WORDS],
  table: ['a table stands within the quote', MEND_WORDS],
  rule: ['a ruled line stands within the quote', MEND_WORDS],
};

/** What readers would be shown of a block quote and is nobody's words, and what stands under it without a marker. */
export function doubtsOfQuote(text: string, { line, start, end, nested }: Block): readonly Doubt[] {
  const lines = text.slice(start, end).split(/\r\n?|\n/);
  const words = lines.map((each) => each.replace(MARKER, '').trim());
  const unmarked = lines.findIndex((each) => !MARKER.test(each));
  const isRunOn = (at: number) => at > line && words[at - line - 1] !== '';
  return [
    ...(unmarked < 0 ? [] : [doubtOfUnmarked(line + unmarked)]),
    ...nested
      .filter((block) => block.kind !== 'point' || isRunOn(block.line))
      .map((block) => ({ line: block.line, what: NESTED[block.kind][0], mend: NESTED[block.kind][1] })),
    ...doubtsOfMarkup(words, line),
    ...words.flatMap((_, at) => (mayTakeBack(words, at) ? [doubtOfField(line + at)] : [])),
  ];
}

/** Whether a line of a quote is no part of the words: a field, a stamp before them, or a notice set apart from them. */
function mayTakeBack(words: readonly string[], at: number): boolean {
  const line = words[at] ?? '';
  const isApart =
    words.some((each, other) => other !== at && each !== '') && !words[at - 1] && !words[at + 1];
  return holdsField(line) || beginsStamped(line) || (isApart && isNotice(line));
}

function doubtOfUnmarked(line: number): Doubt {
  const what = 'this line stands straight under the quote, as if it belonged to it';
  return {
    line,
    what,
    mend: 'Start it with "> " if it does, or with "- " and put an empty line above the fields',
  };
}

function doubtOfField(line: number): Doubt {
  const what = 'the quote holds what seems to take the fact back, which it cannot';
  return { line, what, mend: 'Write it below the quote: "- embargo until: …" or "- status: withdrawn"' };
}

function doubtsOfMarkup(words: readonly string[], first: number): readonly Doubt[] {
  const joined = words.join('\n');
  return findStrayMarkup(joined).map(({ name, at, sample, mend }) => ({
    line: first + joined.slice(0, at).split('\n').length - 1,
    what: `readers would see ${name} in the quote: "${sample}"`,
    mend,
  }));
}
