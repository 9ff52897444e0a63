/** When a source appeared, or at least when the desk read it: one of the two is always known. Partial dates. */
export type SourceDate =
  | { readonly published: string; readonly accessed?: string }
  | { readonly published?: never; readonly accessed: string };

/** Where a fact can be checked. One fact sheet, or one article of the archive, has one source. */
export type Source = SourceDate & {
  /** Stable id: the sheet's file name without its ending, or the article's URI. */
  readonly id: string;
  readonly title: string;
  /** Who wrote an article, as its byline says. Undefined for fact sheets, and where there is no byline. */
  readonly writers?: string;
  /** The news agency that an article comes from, where the article says so. */
  readonly origin?: string;
  /** Undefined when nobody recorded it. It is then said to be missing, never guessed. */
  readonly publisher?: string;
  /** `http:` or `https:` address. Undefined when nobody recorded it. */
  readonly url?: string;
  /** The file that describes the source, as it can be opened from the working directory. */
  readonly file: string;
};

/** The partial date a source is cited with. */
export function sourceDate(date: SourceDate): string {
  return date.published === undefined ? date.accessed : date.published;
}

/** Whether an attribution only names the source again, as that of a fact without a speaker does. */
export function namesSourceAgain(
  attribution: string,
  { title, publisher }: { readonly title: string; readonly publisher?: string | null },
): boolean {
  return attribution === title || attribution === publisher;
}
