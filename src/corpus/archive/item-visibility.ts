import type { NewsItem } from './news-item.ts';

/** Whether an item may be shown, or why not. */
export type ItemVisibility = 'usable' | 'withheld' | 'canceled' | 'embargoed' | 'expired';

/** The fields that decide when an item may be shown. */
export type VisibilityFields = Pick<NewsItem, 'pubStatus' | 'embargoedUntil' | 'expires'>;

/** The visibility of an item at a moment. Where two reasons hide it, the graver one. */
export function visibilityAt(
  { pubStatus, embargoedUntil, expires }: VisibilityFields,
  now: Date,
): ItemVisibility {
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return pubStatus;
  if (embargoedUntil && Date.parse(embargoedUntil) > now.getTime()) return 'embargoed';
  if (expires && Date.parse(expires) <= now.getTime()) return 'expired';
  return 'usable';
}

/** The moment after `now` at which the visibility of an item changes by itself; undefined when it never does. */
export function nextVisibilityChange(
  { pubStatus, embargoedUntil, expires }: VisibilityFields,
  now: Date,
): Date | undefined {
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return undefined;
  const moments = [embargoedUntil, expires]
    .flatMap((moment) => (moment ? [Date.parse(moment)] : []))
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
