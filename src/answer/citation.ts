import { amount } from '../amount.ts';
import { namesSourceAgain } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import type { Spread } from './spread.ts';

/** A quote's provenance in words, for a person to read. Every part is plain text, none is empty. */
export interface Citation {
  /** Who said it; null where that is only the source named again, as for most statements of the desk. */
  readonly attribution: string | null;
  /** Whether the words are the desk's own, resting on the source. They must not look like anybody's speech. */
  readonly isDeskWording: boolean;
  /** `as of 20 November 2024`; `accessed 22 November 2026` where the source bears no date. */
  readonly when: string;
  readonly title: string;
  /** Publisher and date of publication, as far as they were recorded. */
  readonly details: readonly string[];
  /** What nobody recorded, said in words: `publisher and link not recorded`. Null when nothing is missing. */
  readonly missing: string | null;
  /** Address to check it at; null when none was recorded. */
  readonly url: string | null;
  /** `AP, in 4 outlets`; `in 4 outlets` where no agency is named. Null where the words stand in this source alone. */
  readonly spread: string | null;
  /** `review was due 1 Nov 2026`; null where none is overdue. */
  readonly overdue: string | null;
}

/** Says where a quote comes from. What was not recorded is said to be so. */
export function cite(quote: Quote): Citation {
  const { kind, attribution, asOf, isUndated = false, published, source, reviewWasDue, spread } = quote;
  const { title, publisher, url } = source;
  const isDeskWording = kind === 'statement';
  return {
    attribution: isDeskWording && namesSourceAgain(attribution, source) ? null : attribution,
    isDeskWording,
    when: `${isUndated ? 'accessed' : 'as of'} ${formatPartialDate(asOf)}`,
    title,
    details: [publisher, published === null ? null : formatPartialDate(published)].filter(
      (detail) => detail !== null,
    ),
    missing: tellMissing([
      publisher === null && 'publisher',
      published === null && 'date',
      url === null && 'link',
    ]),
    url,
    spread: spread === undefined ? null : tellSpread(spread),
    overdue: reviewWasDue === undefined ? null : `review was due ${formatShortDate(reviewWasDue)}`,
  };
}

function tellSpread({ origin, outlets }: Spread): string {
  const where = `in ${amount(outlets, 'outlet')}`;
  return origin === null ? where : `${origin}, ${where}`;
}

// Making one takes a hundred times as long as using it.
const LIST = new Intl.ListFormat('en-GB');
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC', ...options });
const LONG = { month: format({ month: 'long' }), day: format({ month: 'long', day: 'numeric' }) };
const SHORT = { month: format({ month: 'short' }), day: format({ month: 'short', day: 'numeric' }) };

function tellMissing(parts: readonly (string | false)[]): string | null {
  const named = parts.filter((part) => part !== false);
  return named.length === 0 ? null : `${LIST.format(named)} not recorded`;
}

/** `2024-11-20` as `20 November 2024`, `2024-11` as `November 2024`, `2024` as it is. */
export function formatPartialDate(date: string): string {
  return formatDate(date, LONG);
}

/** A date of the desk's own work, which is not to be taken for one of the source: `20 Nov 2024`, `Nov 2024`, `2024`. */
export function formatShortDate(date: string): string {
  return formatDate(date, SHORT);
}

function formatDate(date: string, formats: typeof LONG): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  return formats[day === undefined ? 'month' : 'day'].format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}
