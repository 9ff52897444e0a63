import type { Span } from './split-sentences.ts';

/** A paragraph, or a list with its items. */
export interface Paragraph extends Span {
  /** What is cut into sentences: the paragraph itself, or each item of the list without its bullet. */
  readonly parts: readonly Span[];
}

/** `- `, `* `, `• `, `1. ` or `1) ` before an item of a list. */
const BULLET = /^[ \t]*(?:[-*•‣▪–]|\d{1,3}[.)])[ \t]+/;

/** The end of a sentence, or of a point of a list. */
const ENDS = /[.!?:;]["”’)\]]?\s*$/;

const EMPTY_LINES = /\n(?:[ \t\r]*\n)+/g;
/** A list stays with the line that introduces it. */
const LINE_ENDS = new RegExp(`\\n(?!${BULLET.source.slice(1)})`, 'g');

/**
 * The paragraphs of a plain text. They stand apart by empty lines; a text without any has one paragraph a line.
 * Lines that begin with a bullet make a list.
 */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const blocks = splitAt(text, EMPTY_LINES);
  return (blocks.length > 1 ? blocks : splitAt(text, LINE_ENDS)).flatMap((span) => {
    const parts = findParts(text, span);
    return parts.length > 0 ? [{ ...span, parts }] : [];
  });
}

function splitAt(text: string, separator: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

function findParts(text: string, { start, end }: Span): readonly Span[] {
  const paragraph = text.slice(start, end);
  if (!paragraph.includes('\n') && !BULLET.test(paragraph)) return [{ start, end }];
  const parts: Span[] = [];
  for (const line of splitAt(paragraph, /\n/g)) {
    const lineStart = start + line.start;
    const words = text.slice(lineStart, start + line.end);
    const bullet = BULLET.exec(words)?.[0].length;
    const last = parts.pop();
    if (last && bullet === undefined && !ENDS.test(text.slice(last.start, last.end))) {
      // A line without a bullet carries on what the line before it began and did not end.
      parts.push({ start: last.start, end: start + line.end });
      continue;
    }
    if (last) parts.push(last);
    parts.push({ start: lineStart + (bullet ?? 0), end: start + line.end });
  }
  return parts;
}
