import type { Quote } from './answer.ts';

/** A quote's provenance in words, for a person to read. Every part is plain text, none is empty. */
export interface Citation {
  /** Who said it. */
  readonly attribution: string;
  /** What the reader must know of the wording, or null for words of the named speaker. */
  readonly wording: string | null;
  /** `as of 20 November 2024` */
  readonly asOf: string;
  readonly title: string;
  /** The publisher, or that it was not recorded. */
  readonly publisher: string;
  /** `20 November 2024`, or that no date was recorded. */
  readonly published: string;
  /** Address to check it at; null when none was recorded. */
  readonly url: string | null;
}

/** Says where a quote comes from. What was not recorded is said to be so. */
export function cite(quote: Quote): Citation {
  return {
    attribution: quote.attribution,
    wording: quote.kind === 'statement' ? 'desk wording' : null,
    asOf: `as of ${formatPartialDate(quote.asOf)}`,
    title: quote.source.title,
    publisher: quote.source.publisher ?? 'publisher not recorded',
    published:
      quote.published === null ? 'date of publication not recorded' : formatPartialDate(quote.published),
    url: quote.source.url,
  };
}

/** `2024-11-20` as `20 November 2024`, `2024-11` as `November 2024`, `2024` as it is. */
export function formatPartialDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  const style = {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day !== undefined && { day: 'numeric' as const }),
  } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}
