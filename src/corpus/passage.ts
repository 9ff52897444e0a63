import type { Source } from './source.ts';

/** The record of a file that holds one article of the archive. All passages of the article share one. */
interface ItemPlace {
  /** The article's URI: a record that bears another one has changed under the index. */
  readonly uri: string;
  /** Offset of the record's first byte in the file. */
  readonly byteOffset: number;
  /** How many bytes the record has. */
  readonly byteLength: number;
}

/** Where the words of a passage stand, so that they can be found again. */
export interface Place {
  /** As it can be opened from the working directory. */
  readonly file: string;
  /** Line of the first word, from 1; in an archive file, line of the article. */
  readonly line: number;
  /** Offset of the first UTF-16 unit in the file's text; with `item`, in the article's text. */
  readonly start: number;
  /** Offset behind the last UTF-16 unit in the file's text; with `item`, in the article's text. */
  readonly end: number;
  /** Only for passages of the archive. */
  readonly item?: ItemPlace;
}

/**
 * Whose words a passage is: those of a named speaker or document, the desk's own, or those of an article, which are
 * its writers', or of somebody whom it quotes without making sure who that is.
 */
export type PassageKind = 'quote' | 'statement' | 'article';

/** A text that may be shown as it stands, with all that is needed to attribute it. The unit of search. */
export interface Passage {
  /** The id of the fact, or of the article's sentence. Unique in a corpus. */
  readonly id: string;
  readonly text: string;
  readonly kind: PassageKind;
  /** Who said it: a speaker, a document, the source itself, or an article ("Article by …"). Never empty. */
  readonly attribution: string;
  /** Partial date the words speak of. Never empty: without one of its own, the date of the source. */
  readonly asOf: string;
  /** True where `asOf` is only the day the desk read a source that bears no date. */
  readonly isUndated?: boolean;
  readonly source: Source;
  readonly place: Place;
  /**
   * The rest of the paragraph the words stand in, with the short ones around it; a part of it when it is enormous;
   * empty for a fact of a sheet.
   */
  readonly context: string;
  readonly topics: readonly string[];
  /** Questions the desk knows this passage to answer. */
  readonly askedAs: readonly string[];
  /** Other names for what the passage is about. */
  readonly alsoCalled: readonly string[];
  /** Who of the desk checked it, where that was recorded. */
  readonly checkedBy?: string;
  /** Partial date by whose end the desk wants to look at it again, where one is set. */
  readonly reviewBy?: string;
  /** What was wrong before it was corrected, where the desk wrote that down. */
  readonly correction?: string;
}
