import { segment } from 'sentencex';

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a paragraph, without the white space around them, as an editor would cut them: "U.S.",
 * "Nov. 5" and "Lt. Gen." do not end one, and a quotation of several sentences stays whole.
 */
export function splitSentences(paragraph: string): readonly Span[] {
  const cuts = findCuts(paragraph);
  const spans: Span[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? paragraph.length;
    const words = paragraph.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === '') continue;
    const from = start + words.indexOf(trimmed);
    spans.push({ start: from, end: from + trimmed.length });
  }
  return spans;
}

/** Where sentences begin. */
function findCuts(paragraph: string): readonly number[] {
  const cuts: number[] = [];
  let offset = 0;
  for (const piece of segment('en', paragraph)) {
    if (offset === 0 || !CONTINUES.test(piece)) cuts.push(offset);
    for (const start of findHiddenStarts(piece)) cuts.push(offset + start);
    offset += piece.length;
  }
  return cuts;
}

/** A sentence does not begin with a small letter or a comma: "Ash, R-Va." is not the end of one before ", voted". */
const CONTINUES = /^[\s"”’)\]]*(?:\p{Ll}|[,;])/u;

/**
 * After a word such as "U.S." or "p.m." only the next word tells whether the sentence ended. These begin one
 * and hardly ever follow an abbreviation as part of a name.
 */
const STARTERS = `
  The An? It Its He She They We You I His Her Their Our This That These Those There But And Or In On At By For
  From After Before When While If As Since Later Meanwhile However Many Most Some Several Both Officials
  Neither No Not What Who How Why`;
const HIDDEN_START = new RegExp(
  String.raw`(?:[A-Za-z]\.[A-Za-z]\.|\bno\.|\betc\.)\s+(?=(?:${STARTERS.trim().split(/\s+/).join('|')}) )`,
  'g',
);

function findHiddenStarts(piece: string): readonly number[] {
  return [...piece.matchAll(HIDDEN_START)]
    .map((match) => match.index + match[0].length)
    .filter((start) => !isInsideQuotation(piece.slice(0, start)));
}

/** A quotation that was opened and not closed yet: it is not cut, however many sentences it has. */
function isInsideQuotation(before: string): boolean {
  const straight = before.split('"').length - 1;
  const open = before.split('“').length - before.split('”').length;
  return straight % 2 === 1 || open > 0;
}
