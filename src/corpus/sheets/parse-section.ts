import type { Block, Extent, ReadBlocks } from './markdown-blocks.ts';

/** A `- name: value` line of a section. Lines are those of the sheet, from 1. */
export interface SectionField {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** One `##` section of a sheet, as written. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly quotes: readonly Extent[];
  readonly fields: readonly SectionField[];
  /** Blocks that are neither quote nor field, each with its first line. */
  readonly unrecognised: readonly { readonly line: number; readonly text: string }[];
}

/** The sections of a sheet, or the line at which it is nested too deeply to be parsed. */
export type SheetSections =
  | { readonly kind: 'read'; readonly sections: readonly Section[] }
  | { readonly kind: 'too deep'; readonly line: number };

/** Cuts the body of a sheet (the text from offset `from` on) into its `##` sections. */
export function parseSections(text: string, from: number, readBlocks: ReadBlocks): SheetSections {
  const read = readBlocks(text, from);
  if (read.kind === 'too deep') return read;
  const sections: { heading: Block; content: Block[] }[] = [];
  for (const block of read.blocks) {
    if (block.kind === 'section') sections.push({ heading: block, content: [] });
    else sections.at(-1)?.content.push(block);
  }
  return {
    kind: 'read',
    sections: sections.map(({ heading, content }) => parseSection(text, heading, content)),
  };
}

function parseSection(text: string, { line, start, end }: Block, content: readonly Block[]): Section {
  return {
    heading: text.slice(start, end).replace(/^[\s#]+|(?<![\s#])[\s#]+$/g, ''),
    line,
    quotes: content.filter(({ kind }) => kind === 'quote'),
    fields: content.flatMap(({ items }) => items.map((item) => parseField(text, item))),
    unrecognised: content
      .filter(({ kind }) => kind === 'other')
      .map((block) => ({ line: block.line, text: text.slice(block.start, block.end) })),
  };
}

/** A list item without a colon has the empty name, which no field has. */
function parseField(text: string, { line, start, end }: Extent): SectionField {
  const item = text.slice(start, end).replace(/^[-*+]\s+|^\d+[.)]\s+/, '');
  const colon = item.indexOf(':');
  const value = item
    .slice(colon + 1)
    .split(/\r?\n/)
    .map((part) => part.trim())
    .join(' ')
    .trim();
  return { name: colon < 0 ? '' : item.slice(0, colon).trim().toLowerCase(), value, line };
}
