import MarkdownIt from 'markdown-it';

/** Offsets and first line of something in the sheet's text. */
export interface Extent {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A block that stands on the outermost level of a sheet. */
export interface Block extends Extent {
  readonly kind: 'title' | 'section' | 'heading' | 'quote' | 'list' | 'html' | 'other';
  /** Of a list: its items, each with its marker. */
  readonly items: readonly Extent[];
  /** Of a quote: what is nested in it, at any depth, and is more than a paragraph. */
  readonly nested: readonly NestedBlock[];
}

/** What a quote may hold besides paragraphs. A `point` is an item of a list. */
export type NestedKind = 'quote' | 'point' | 'heading' | 'code' | 'html' | 'table' | 'rule';

/** A block within a quote, with its first line. */
export interface NestedBlock {
  readonly kind: NestedKind;
  readonly line: number;
}

/** The blocks of a sheet, or the line at which quotes and lists are nested too deeply to be told apart. */
type SheetBlocks =
  | { readonly kind: 'read'; readonly blocks: readonly Block[] }
  | { readonly kind: 'too deep'; readonly line: number };

/** Reads the blocks of a text from an offset on, at which a line begins. */
export type ReadBlocks = (text: string, from: number) => SheetBlocks;

/** The time taken grows with this; no fact needs a quote in a list in a quote. A list and its items are two levels. */
const DEEPEST = 12;

/** Making a reader takes as long as reading a small sheet: make it once. Its time grows as the text does. */
export function createBlockReader(): ReadBlocks {
  // An option that its types leave out.
  const options = { html: true, maxNesting: DEEPEST };
  const markdown = new MarkdownIt('commonmark', options);
  // Words are taken from the file's lines, so nothing within a line is read; a link's definition is a stray line.
  markdown.core.ruler.enableOnly(['normalize', 'block']);
  markdown.block.ruler.disable('reference');
  markdown.block.ruler.enable('table');
  return (text, from) => readBlocks(markdown, text, from);
}

function readBlocks(markdown: MarkdownIt, text: string, from: number): SheetBlocks {
  const lines = openLines(text, from);
  const blocks: (Block & { readonly items: Extent[]; readonly nested: NestedBlock[] })[] = [];
  for (const { type, tag, level, nesting, map } of markdown.parse(text.slice(from), {})) {
    if (nesting < 0 || !map) continue;
    const extent = lines.extentOf(map);
    // The parser gives all that follows to what is nested deepest.
    if (nesting > 0 && level >= DEEPEST - 1) return { kind: 'too deep', line: extent.line };
    const block = blocks.at(-1);
    if (level === 0) blocks.push({ ...extent, kind: kindOf(type, tag), items: [], nested: [] });
    else if (block?.kind === 'list' && level === 1) block.items.push(extent);
    else if (block?.kind === 'quote' && NESTED[type])
      block.nested.push({ kind: NESTED[type], line: extent.line });
  }
  return { kind: 'read', blocks };
}

/** The parser's names of what may be nested; a list is told by its points. */
const NESTED: Readonly<Record<string, NestedKind>> = {
  blockquote_open: 'quote',
  list_item_open: 'point',
  heading_open: 'heading',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  hr: 'rule',
};

function kindOf(type: string, tag: string): Block['kind'] {
  if (type === 'heading_open' && tag === 'h1') return 'title';
  if (type === 'heading_open' && tag === 'h2') return 'section';
  if (type === 'heading_open') return 'heading';
  if (type === 'blockquote_open') return 'quote';
  if (type === 'bullet_list_open' || type === 'ordered_list_open') return 'list';
  return type === 'html_block' ? 'html' : 'other';
}

const LINE_END = /\r\n?|\n/g;

/** Where the lines behind an offset begin and end, as Markdown counts them. */
function openLines(text: string, from: number) {
  const before = text.slice(0, from).match(LINE_END)?.length ?? 0;
  const starts = [0];
  const body = text.slice(from);
  for (const { index, 0: end } of body.matchAll(LINE_END)) starts.push(index + end.length);
  return {
    /** The words of some lines, from the first one up to, not including, the last one. */
    extentOf([first, last]: readonly [number, number]): Extent {
      const start = starts[first] ?? body.length;
      const words = body.slice(start, starts[last] ?? body.length);
      const indent = words.length - words.trimStart().length;
      return {
        line: before + first + 1,
        start: from + start + indent,
        end: from + start + Math.max(indent, words.trimEnd().length),
      };
    },
  };
}
