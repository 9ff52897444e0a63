/** The id of an item, and within what it is unique. */
export interface ItemName {
  /** Who gives the ids; empty when nobody said. */
  readonly provider: string;
  readonly id: string;
}

const LOCAL = /^urn:factdesk:item:([^:]*):(.+)$/;
/** What archives were written with at first: the file, or the pipe, and the id behind it. */
const BY_FILE = /^(?:file:[^#]*|urn:factdesk:pipe)#(.+)$/;

/** The URI of an item whose id is none: `urn:factdesk:item:halm%20wire:S-77`. Providers differ by more than case. */
export function localUri({ provider, id }: ItemName): string {
  const plain = provider.trim().replace(/\s+/g, ' ').toLowerCase();
  return `urn:factdesk:item:${encode(plain)}:${encode(id)}`;
}

/** What `localUri` made a URI of; undefined for one that a publisher chose. */
export function readLocalUri(uri: string): ItemName | undefined {
  const [, provider = '', id] = LOCAL.exec(uri) ?? [];
  if (id !== undefined) return { provider: decode(provider), id: decode(id) };
  const old = BY_FILE.exec(uri)?.[1];
  return old === undefined ? undefined : { provider: '', id: decode(old) };
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
