import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { NewsItem } from '../../src/corpus/archive/index.ts';
import { decodeText, type Format, IMPORTERS } from '../../src/corpus/importers/index.ts';

/** What our importer makes of a file; no items when it refuses it. */
export interface ReadPage {
  readonly items: readonly NewsItem[];
  /** Of all items. */
  readonly text: string;
}

/** Reads a page or feed, which may be packed with gzip, as if it had been fetched from its address. */
export async function readPage(path: string, address: string, format: Format = 'html'): Promise<ReadPage> {
  const bytes = await readFile(path);
  return readBytes(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, address, format);
}

/** The same for bytes. */
export function readBytes(bytes: Buffer, address: string, format: Format): ReadPage {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return { items: [], text: '' };
  const document = { name: address, address, text: decoded.text, modified: new Date(0), columns: new Map() };
  const imported = [...IMPORTERS[format](document)];
  const items = imported.flatMap((one) => (one.kind === 'item' ? [one.item] : []));
  return { items, text: items.map(textOf).join('\n\n') };
}

/** The body of an article, else its summary. */
export function textOf({ bodies, descriptions }: NewsItem): string {
  return bodies?.[0]?.value ?? descriptions?.[0]?.value ?? '';
}
