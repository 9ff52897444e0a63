import type { Source } from './source.ts';

/** Where the words of a passage stand, so that they can be found again. */
export interface Place {
  /** As it can be opened from the working directory. */
  readonly file: string;
  /** Line of the first word, from 1. */
  readonly line: number;
  /** Offset of the first UTF-16 unit in the file's text. */
  readonly start: number;
  /** Offset behind the last UTF-16 unit in the file's text. */
  readonly end: number;
}

/** Whose words a passage is: those of a named speaker or document, or the desk's own. */
export type PassageKind = 'quote' | 'statement';

/** A text that may be shown as it stands, with all that is needed to attribute it. The unit of search. */
export interface Passage {
  /** The id of the fact, or of the article's sentence. Unique in a corpus. */
  readonly id: string;
  readonly text: string;
  readonly kind: PassageKind;
  /** Who said it: a speaker, a document, or the source itself. Never empty. */
  readonly attribution: string;
  /** Partial date the words speak of. Never empty: without one of its own, the date of the source. */
  readonly asOf: string;
  readonly source: Source;
  readonly place: Place;
  /** The rest of the paragraph the words stand in; empty for a fact of a sheet. */
  readonly context: string;
  readonly topics: readonly string[];
  /** Questions the desk knows this passage to answer. */
  readonly askedAs: readonly string[];
  /** Other names for what the passage is about. */
  readonly alsoCalled: readonly string[];
}
