import type { NewsItem } from './news-item.ts';

/** Whether an item may be shown, or why not. */
export type ItemVisibility = 'usable' | 'withheld' | 'canceled' | 'embargoed' | 'expired';

/** The fields that decide when an item may be shown. */
export type VisibilityFields = Pick<NewsItem, 'pubStatus' | 'firstCreated' | 'embargoedUntil' | 'expires'>;

/** When an item may be shown at first: what is dated ahead is published then. Undefined when it always could. */
export function shownFrom({ firstCreated, embargoedUntil }: VisibilityFields): string | undefined {
  if (!firstCreated || !embargoedUntil) return firstCreated ?? embargoedUntil;
  return Date.parse(firstCreated) > Date.parse(embargoedUntil) ? firstCreated : embargoedUntil;
}

/** The visibility of an item at a moment. Where two reasons hide it, the graver one. */
export function visibilityAt(fields: VisibilityFields, now: Date): ItemVisibility {
  const { pubStatus, expires } = fields;
  const from = shownFrom(fields);
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return pubStatus;
  if (from && Date.parse(from) > now.getTime()) return 'embargoed';
  if (expires && Date.parse(expires) <= now.getTime()) return 'expired';
  return 'usable';
}

/** The moment after `now` at which the visibility of an item changes by itself; undefined when it never does. */
export function nextVisibilityChange(fields: VisibilityFields, now: Date): Date | undefined {
  const { pubStatus, expires } = fields;
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return undefined;
  const moments = [shownFrom(fields), expires]
    .flatMap((moment) => (moment ? [Date.parse(moment)] : []))
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
