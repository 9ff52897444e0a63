import type { Doubt } from './doubt.ts';
import { doubtsOfFields } from './doubts-of-fields.ts';
import { doubtsOfQuote } from './doubts-of-quote.ts';
import type { Block, Extent } from './markdown-blocks.ts';
import { parseField, type SectionField } from './section-field.ts';
import { isNotice, MEND_TAKING_BACK } from './taking-back.ts';

/** One `##` section of a sheet, as written. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly quotes: readonly Extent[];
  readonly fields: readonly SectionField[];
  /** What can be taken neither for the quote nor for a field. */
  readonly doubts: readonly Doubt[];
}

/** Parses a section from its heading and the blocks below it. */
export function parseSection(text: string, heading: Block, content: readonly Block[]): Section {
  const fields = content.flatMap(({ items }) => items.map((item) => parseField(text, item)));
  const quotes = content.filter(({ kind }) => kind === 'quote');
  return {
    heading: headingOf(text, heading),
    line: heading.line,
    quotes,
    fields,
    doubts: [
      ...content.flatMap((block) => doubtsOfStray(text, block)),
      ...quotes.flatMap((quote) => doubtsOfQuote(text, quote)),
      ...doubtsOfFields(fields),
    ],
  };
}

/** How to mend a heading of another level. */
export const MEND_HEADING = 'Begin a fact with two number signs, "## an-id", or take the heading out';

/** The words of a heading without its signs. */
export function headingOf(text: string, { start, end }: Extent): string {
  return text.slice(start, end).replace(/^[\s#]+|(?<![\s#])[\s#]+$/g, '');
}

function doubtsOfStray(text: string, block: Block): readonly Doubt[] {
  const { kind, line } = block;
  if (kind === 'html') return doubtsOfHtml(text, block);
  if (kind === 'heading') return [{ line, what: 'this heading begins no fact', mend: MEND_HEADING }];
  if (kind !== 'title' && kind !== 'other') return [];
  const mend = 'Start it with "> " if it is the quote, or with "- " and the name of a field, or take it out';
  return [{ line, what: 'this line is neither the quote nor a field', mend }];
}

/** A comment that is closed in its own line hides nothing else; all other HTML may hide the lines below it. */
export function doubtsOfHtml(text: string, { line, start, end }: Extent): readonly Doubt[] {
  const html = text.slice(start, end);
  const isComment = html.startsWith('<!--') && html.indexOf('-->') === html.length - '-->'.length;
  if (!isComment || /[\r\n]/.test(html)) {
    const what = 'HTML stands here, and may hide the lines below it';
    return [
      { line, what, mend: 'Take it out, or write a comment that is closed in the same line: <!-- … -->' },
    ];
  }
  if (!isNotice(html)) return [];
  return [{ line, what: 'a comment seems to take something back, which it cannot', mend: MEND_TAKING_BACK }];
}
