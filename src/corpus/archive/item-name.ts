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

/** The URI under which the item of an id is on file, and the number of the version, where the id holds it. */
export interface IdReading {
  readonly uri: string;
  readonly version?: string;
}

const UUID = /^(?:urn:uuid:)?\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?$/i;
/** RFC 3085: provider, day, id, and the revision, which names a version and no other article. */
const NEWSML = /^(urn:newsml:[^:\s]+:\d{8}(?:T\d{6}[^:\s]*)?:[^:\s]+):(\d+)[NUA]?$/i;

/** Reads an id. The provider counts for one that is unique within it alone, which URIs and UUIDs are not. */
export function readId(id: string, provider: string): IdReading {
  const uuid = UUID.exec(id)?.[1]?.toLowerCase();
  if (uuid !== undefined) return { uri: `urn:uuid:${uuid}` };
  const [, name, version] = NEWSML.exec(id) ?? [];
  if (name !== undefined && version !== undefined) return { uri: name, version };
  if (URL.canParse(id)) return { uri: /^https?:/i.test(id) ? new URL(id).href : id };
  return { uri: localUri({ provider, id }) };
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
