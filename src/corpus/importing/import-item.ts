/** One document to import: a file, an entry of a package, a web page, or standard input. */
export interface ImportItem {
  readonly kind: 'item';
  /** For messages: the path or address as the desk named it; `news.zip!/a.xml` in a package. */
  readonly name: string;
  /** `file:` or `https:` address. */
  readonly address: string;
  readonly modified: Date;
  /** Whether the desk named the file itself, and not the folder or the package that it is in. @default false */
  readonly isNamed?: boolean;
  /** Character encoding by the Content-Type header. */
  readonly charset?: string;
  /** The bytes, in chunks. Fails with an ImportItemError when they are too many or damaged. */
  open(): AsyncIterable<unknown>;
}

/** Something that cannot be imported, and why. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly name: string;
  readonly what: string;
  readonly mend: string;
}

/** An item that failed while it was read. */
export class ImportItemError extends Error {
  override readonly name = 'ImportItemError';
  readonly mend: string;

  constructor(what: string, mend: string) {
    super(what);
    this.mend = mend;
  }
}

/** Counts bytes read from disk, for the progress display. */
export interface ByteMeter {
  bytes: number;
}

/** Limits of an import. */
export interface ImportLimits {
  /** Of one document, unpacked, in bytes. JSON Lines have no limit but that of a line. */
  readonly largestDocument: number;
  /** Bytes that one packed byte may unfold to. Text seldom reaches 20; a bomb has 1,000. */
  readonly largestRatio: number;
  /** Entries of one package. */
  readonly mostEntries: number;
  readonly fetchMilliseconds: number;
  readonly mostRedirects: number;
}

/** A year of a wire fits in each; what does not is an attack or a mistake. */
export const IMPORT_LIMITS: ImportLimits = {
  largestDocument: 64 * 1024 * 1024,
  largestRatio: 100,
  mostEntries: 200_000,
  fetchMilliseconds: 60_000,
  mostRedirects: 5,
};

/** Makes a refusal. */
export function refuse(name: string, what: string, mend: string): Refusal {
  return { kind: 'refusal', name, what, mend };
}
