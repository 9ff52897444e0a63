/** What a walk through markup writes between words, for `layOut` to read. All but `gone` are white space. */
export const MARK = {
  /** `<br>`. */
  line: '\u2028',
  /** Where a block begins or ends. */
  paragraph: '\u2029',
  /** Before the bullet of a point of a list. */
  item: '\v',
  /** Where something was left out that had no words of the article. */
  gone: '\u200b',
} as const;

/** White space, marks, and nothing else; but for the single spaces between words, which stay as they are. */
const GAP = /[\s\u200b]{2,}|[^\S ]|\u200b/g;
const ENDS_SENTENCE = /[.!?:…]["”’)\]]{0,3}$/;
const BEGINS_SENTENCE = /^["“‘([]{0,3}[\p{Lu}\p{N}]/u;
const BULLET = /^(?:[-*•‣▪–]|\d{1,3}[.)])\s/;
const SIGNS_WITHOUT_SPACE = /^[,.;:!?)\]]/;
/** Letters around a gap that tell what it is. */
const LOOK = 6;

/**
 * A text with marks as a text whose paragraphs are apart by empty lines. A single line end is a space inside a
 * sentence, and a line end between sentences or before a bullet.
 */
export function layOut(marked: string): string {
  const text = marked.replace(GAP, (gap, offset: number) => {
    const end = offset + gap.length;
    return readGap(gap, marked.slice(Math.max(0, offset - LOOK), offset), marked.slice(end, end + LOOK));
  });
  return text.replace(/(?:^|\n)-(?=\n|$)/g, '');
}

function readGap(gap: string, before: string, after: string): string {
  const count = (mark: string) => gap.split(mark).length - 1;
  const breaks = count(MARK.line);
  const lines = count('\n');
  if (gap.includes(MARK.paragraph) || breaks > 1 || (breaks === 0 && lines > 1)) return '\n\n';
  if (gap.includes(MARK.item)) return '\n';
  if (breaks + lines > 0) return isLineEnd(before, after) ? '\n' : ' ';
  if (!gap.includes(MARK.gone)) return ' ';
  return gap === MARK.gone.repeat(gap.length) || SIGNS_WITHOUT_SPACE.test(after) ? '' : ' ';
}

function isLineEnd(before: string, after: string): boolean {
  return BULLET.test(after) || (ENDS_SENTENCE.test(before) && BEGINS_SENTENCE.test(after));
}

/**
 * Preformatted text with its paragraphs marked: a line that is indented more than others begins one, as typewriters
 * did it.
 */
export function markIndents(text: string): string {
  const lines = text.split('\n');
  const indents = lines.map((line) => (line.trim() === '' ? undefined : line.search(/\S/)));
  const least = Math.min(...indents.flatMap((indent) => indent ?? []));
  return lines.map((line, at) => ((indents[at] ?? 0) > least ? `${MARK.paragraph}${line}` : line)).join('\n');
}
