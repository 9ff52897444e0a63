import type { Quote } from '../answer/index.ts';

/** A fact as it stood when it was shown. */
export interface FactVersion {
  readonly factId: string;
  /** Hash of all that was shown of the fact. Another hash means that it has changed since. */
  readonly factHash: string;
}

/** All that a reader was shown of a fact. */
export interface ShownWords {
  /** The exact words. */
  readonly text: string;
  /** The line under them, as one line of plain text: who said it, as of when, and where it can be checked. */
  readonly sourceLine: string;
  readonly kind: Quote['kind'];
  readonly attribution: string;
  /** Partial date (`2024`, `2024-11`, `2024-11-20`). */
  readonly asOf: string;
  /** Partial date; null when the source bears none. */
  readonly published: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
}

/** A fact as it stood when it was shown, with what was shown of it. */
export interface ShownFact extends FactVersion {
  /** @default the ledger has them already */
  readonly words?: ShownWords;
}
