import { isHomePage, readId } from '../archive/index.ts';
import { cleanLine } from './clean-text.ts';
import type { ImportDocument } from './importer.ts';

/** What an article says of who it is. */
export interface Identity {
  /** The format's own name of the article. */
  readonly uri?: string | undefined;
  /** Who gives such names. */
  readonly provider?: string | undefined;
  /** The page where readers find it. */
  readonly page: string | undefined;
}

/** The URI of an article, and those it had in archives that were written when an id counted within its file only. */
export interface ItemUri {
  readonly uri: string;
  readonly formerly: readonly string[];
  /** The number of the version, where the id holds it. */
  readonly version?: string | undefined;
}

/**
 * Names an article by its id within its provider, wherever the file lies; without an id by its page, without a page
 * by its file. See docs/decisions/0509-who-an-article-is.md.
 */
export function itemUri({ uri = '', provider, page }: Identity, document: ImportDocument): ItemUri {
  const id = cleanLine(uri);
  if (id === '' || isHomePage(id)) return { uri: page ?? document.address, formerly: [] };
  const given = cleanLine(provider ?? '') || cleanLine(document.provider ?? '');
  const name = readId(id, given);
  if (!URL.canParse(id)) return { ...name, formerly: [page ?? byDocument(id, document)] };
  return { ...name, formerly: name.uri === id ? [] : [id] };
}

/** What an id without a page was before it counted beyond its file. */
function byDocument(id: string, { address }: ImportDocument): string {
  return `${address}#${encodeURIComponent(id.toWellFormed())}`;
}
