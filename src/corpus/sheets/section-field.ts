import type { Extent } from './markdown-blocks.ts';

/** A `- name: value` line of a section. Lines are those of the sheet, from 1. */
export interface SectionField {
  /** In small letters; empty where there is no colon, which no field has. */
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** The first of the lines below that Markdown counts to this one; undefined where there is none, as it should be. */
  readonly lineBelow?: number;
}

const BULLET = /^[-*+]\s+|^\d+[.)]\s+/;

/** Parses an item of a list as a field. Only its first line is its value. */
export function parseField(text: string, { line, start, end }: Extent): SectionField {
  const [first = '', ...below] = text.slice(start, end).split(/\r\n?|\n/);
  const item = first.replace(BULLET, '');
  const colon = item.indexOf(':');
  const name = colon < 0 ? '' : item.slice(0, colon).trim().toLowerCase().replace(/\s+/g, ' ');
  const at = below.findIndex((each) => each.trim() !== '');
  return { name, value: item.slice(colon + 1).trim(), line, ...(at >= 0 && { lineBelow: line + 1 + at }) };
}
