import { decodeText, type ForeignFile, recogniseForeign } from '../importers/index.ts';
import { collectBytes } from './collect-bytes.ts';
import type { ImportItem, ImportLimits } from './import-item.ts';
import { isZip, openOffice } from './office-package.ts';

/** The text of an item, what it seems to be instead, or why it is no text. */
export type OpenedDocument =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Of a document of Word alone: its other parts by their names. */
      readonly parts?: ReadonlyMap<string, string>;
      /** The encoding, where nothing but the letters tells it. */
      readonly guessed?: string;
    }
  | { readonly kind: 'foreign'; readonly foreign: ForeignFile }
  | { readonly kind: 'fault'; readonly what: string };

/** Reads an item whole. Rejects with an ImportItemError for what is too large, and with others for what is damaged. */
export async function openDocument(item: ImportItem, limits: ImportLimits): Promise<OpenedDocument> {
  const bytes = await collectBytes(item.open(), limits.largestDocument);
  const office = isZip(bytes) ? await openOffice(bytes, limits) : undefined;
  const foreign = office ?? recogniseForeign(item.name, bytes);
  if (foreign && 'seems' in foreign) return { kind: 'foreign', foreign };
  const decoded = foreign ? decodeText(foreign.text) : decodeText(bytes, item.charset);
  if ('fault' in decoded) return { kind: 'fault', what: decoded.fault };
  return { kind: 'text', ...decoded, ...(foreign ? { parts: foreign.others } : {}) };
}
