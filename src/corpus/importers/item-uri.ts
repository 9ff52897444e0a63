import { localUri } from '../archive/index.ts';
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

const UUID = /^(?:urn:uuid:)?\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?$/i;
/** RFC 3085: provider, day, id, and the revision, which names a version and no other article. */
const NEWSML = /^(urn:newsml:[^:\s]+:\d{8}(?:T\d{6}[^:\s]*)?:[^:\s]+):(\d+)[NUA]?$/i;

/**
 * Names an article by its id within its provider, wherever the file lies; without an id by its page, without a page
 * by its file. See docs/decisions/0509-who-an-article-is.md.
 */
export function itemUri({ uri = '', provider, page }: Identity, document: ImportDocument): ItemUri {
  const id = cleanLine(uri);
  if (id === '' || isHomePage(id)) return { uri: page ?? document.address, formerly: [] };
  const uuid = UUID.exec(id)?.[1]?.toLowerCase();
  if (uuid !== undefined) return { uri: `urn:uuid:${uuid}`, formerly: formerNames(id, page, document) };
  const [, name, version] = NEWSML.exec(id) ?? [];
  if (name !== undefined) return { uri: name, formerly: [id], version };
  if (URL.canParse(id)) return { uri: /^https?:/i.test(id) ? new URL(id).href : id, formerly: [] };
  const given = cleanLine(provider ?? '') || cleanLine(document.provider ?? '');
  return { uri: localUri({ provider: given, id }), formerly: formerNames(id, page, document) };
}

/** Whether an address is that of a whole site, which names no article of it. */
export function isHomePage(address: string): boolean {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w+)?$/i.test(pathname);
}

function formerNames(id: string, page: string | undefined, { address }: ImportDocument): readonly string[] {
  const first = URL.canParse(id) ? id : (page ?? `${address}#${encodeURIComponent(id.toWellFormed())}`);
  return [first];
}
