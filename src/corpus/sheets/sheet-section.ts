import type { Blockquote, Heading, List, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A `- name: value` line of a section. Lines are those of the sheet, from 1. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** Offsets and first line of something in the sheet's text. */
export interface Extent {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One `##` section of a sheet, as written. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly quotes: readonly Extent[];
  readonly fields: readonly Field[];
  /** What is neither quote nor field, and at which line it begins. */
  readonly strays: readonly { readonly line: number; readonly text: string }[];
}

/** Cuts the body of a sheet (the text from offset `from` on) into its `##` sections. */
export function readSections(text: string, from: number): readonly Section[] {
  // The head is blanked, not cut off, so that every line and offset stays true.
  const body = text.slice(0, from).replace(/[^\r\n]/g, ' ') + text.slice(from);
  const root: Root = fromMarkdown(body);
  const sections: { heading: Heading; content: RootContent[] }[] = [];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, content: [] });
    else sections.at(-1)?.content.push(node);
  }
  return sections.map(({ heading, content }) => readSection(body, heading, content));
}

function readSection(body: string, heading: Heading, content: readonly RootContent[]): Section {
  const quotes = content.filter((node): node is Blockquote => node.type === 'blockquote');
  const lists = content.filter((node): node is List => node.type === 'list');
  const stray = content.filter(
    (node) => node.type !== 'blockquote' && node.type !== 'list' && node.type !== 'html',
  );
  const { start, end } = extentOf(heading);
  const fields = lists.flatMap((list) => list.children.map((item) => readField(body, extentOf(item))));
  return {
    heading: body.slice(start, end).replace(/^[\s#]+|(?<![\s#])[\s#]+$/g, ''),
    line: extentOf(heading).line,
    quotes: quotes.map(extentOf),
    fields,
    strays: stray
      .map(extentOf)
      .map((extent) => ({ line: extent.line, text: body.slice(extent.start, extent.end) })),
  };
}

/** A list item without a colon has the empty name, which no field has. */
function readField(body: string, { line, start, end }: Extent): Field {
  const item = body.slice(start, end).replace(/^[-*+]\s+|^\d+[.)]\s+/, '');
  const colon = item.indexOf(':');
  const value = item
    .slice(colon + 1)
    .split(/\r?\n/)
    .map((part) => part.trim())
    .join(' ')
    .trim();
  return { name: colon < 0 ? '' : item.slice(0, colon).trim().toLowerCase(), value, line };
}

function extentOf({ position }: RootContent | List['children'][number]): Extent {
  return {
    line: position?.start.line ?? 1,
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  };
}
