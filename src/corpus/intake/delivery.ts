/** Something to import: a file, an entry of a package, a page of the web, or what a pipe brings. */
export interface Delivery {
  readonly kind: 'delivery';
  /** For messages: the path or address as the desk named it; `news.zip!/a.xml` in a package. */
  readonly name: string;
  /** `file:` or `https:` address. */
  readonly address: string;
  readonly modified: Date;
  /** What the transfer said of the encoding. */
  readonly charset?: string;
  /** The bytes, in pieces. Fails with a DeliveryError when they are too many or damaged. */
  open(): AsyncIterable<unknown>;
}

/** Something that cannot be imported, and why. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly name: string;
  readonly what: string;
  readonly mend: string;
}

/** A delivery that failed while it was read. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly mend: string;

  constructor(what: string, mend: string) {
    super(what);
    this.mend = mend;
  }
}

/** Counts bytes as they come from disk, for whoever watches. */
export interface Meter {
  bytes: number;
}

/** How much of anything is taken. */
export interface IntakeLimits {
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
export const INTAKE_LIMITS: IntakeLimits = {
  largestDocument: 64 * 1024 * 1024,
  largestRatio: 100,
  mostEntries: 200_000,
  fetchMilliseconds: 60_000,
  mostRedirects: 5,
};

/** How to say that something cannot be imported. */
export function refuse(name: string, what: string, mend: string): Refusal {
  return { kind: 'refusal', name, what, mend };
}
