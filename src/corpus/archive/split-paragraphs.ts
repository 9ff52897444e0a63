import type { Span } from './span.ts';

/** A paragraph of prose, or the points of a list. */
export type Paragraph =
  | (Span & {
      readonly kind: 'prose';
      /** What is cut into sentences: lines that end as sentences do stand for themselves. */
      readonly parts: readonly Span[];
    })
  | (Span & { readonly kind: 'list' });

/** Before a point of a list: `- `, `* `, `• `, `1. `, `1) ` or `(a) `; signs that part sections are none. */
const BULLET = /^[ \t]*(?:[-*+•‣▪◦●·–✓✗]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]+/;

const EMPTY_LINE = /\n[ \t\r]*\n/;
const ENDS_IN_COLON = /:\s*$/;
const SPEECH = /^\s*["“„«‘'`]/;
/** The end of a sentence, or of a point of a list. */
const ENDS = /[.!?:;]["”’)\]]?\s*$/;

interface Line extends Span {
  readonly words: string;
  /** Empty lines stand above it. */
  readonly isApart: boolean;
  /** It has a bullet, or stands below a line that ends in a colon without an empty line between. */
  readonly isPoint: boolean;
}

/**
 * The paragraphs of a plain text. They stand apart by empty lines; a text without any has one paragraph a line. Lines
 * with a bullet make a list, and so do lines right below one that ends in a colon, unless they are speech.
 */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const hasEmptyLines = EMPTY_LINE.test(text.trim());
  const groups: Line[][] = [];
  for (const line of readLines(text, hasEmptyLines)) {
    const group = groups.at(-1);
    if (group && belongsTo(line, group, hasEmptyLines)) group.push(line);
    else groups.push([line]);
  }
  return groups.map(toParagraph);
}

function readLines(text: string, hasEmptyLines: boolean): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let isApart = false;
  let isBelowColon = false;
  for (const words of text.split('\n')) {
    const end = start + words.length;
    if (words.trim() === '') isApart = true;
    else {
      isBelowColon = hasEmptyLines && !isApart && isBelowColon && !SPEECH.test(words);
      lines.push({
        start,
        end,
        words,
        isApart,
        isPoint: isBelowColon || (BULLET.test(words) && /\p{L}/u.test(words)),
      });
      isBelowColon ||= ENDS_IN_COLON.test(words);
      isApart = false;
    }
    start = end + 1;
  }
  return lines;
}

function belongsTo(line: Line, group: readonly Line[], hasEmptyLines: boolean): boolean {
  const isList = group[0]?.isPoint === true;
  const goesOn = !line.isApart && !ENDS.test(group.at(-1)?.words ?? '');
  if (isList) return line.isPoint || goesOn;
  return !line.isPoint && hasEmptyLines && !line.isApart;
}

function toParagraph(lines: readonly Line[]): Paragraph {
  const [first, last] = [lines[0], lines.at(-1)];
  const end = (last?.start ?? 0) + (last?.words.trimEnd().length ?? 0);
  const span = { start: first?.start ?? 0, end };
  if (first?.isPoint) return { ...span, kind: 'list' };
  const parts: Span[] = [];
  let isEnded = true;
  for (const { start, end, words } of lines) {
    const part = isEnded ? undefined : parts.pop();
    parts.push({ start: part?.start ?? start, end });
    isEnded = ENDS.test(words);
  }
  return { ...span, kind: 'prose', parts };
}
