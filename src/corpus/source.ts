/** Where a fact can be checked. One fact sheet, or one article of the archive, has one source. */
export interface Source {
  /** Stable id: the sheet's file name without its ending, or the article's URI. */
  readonly id: string;
  readonly title: string;
  /** Undefined when nobody recorded it. It is then said to be missing, never guessed. */
  readonly publisher?: string;
  /** Partial date (`2024`, `2024-11` or `2024-11-20`). A source has `published`, `accessed` or both. */
  readonly published?: string;
  /** `http:` or `https:` address. Undefined when nobody recorded it. */
  readonly url?: string;
  /** Partial date on which the desk read a source that can change. */
  readonly accessed?: string;
  /** The file that describes the source, as it can be opened from the working directory. */
  readonly file: string;
}
