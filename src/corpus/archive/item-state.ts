import type { NewsItem } from './news-item.ts';

/** Whether an item may be shown, or why not. */
export type ItemState = 'usable' | 'withheld' | 'canceled' | 'embargoed' | 'expired';

/** What of an item decides when it may be shown. */
export type Rights = Pick<NewsItem, 'pubStatus' | 'embargoedUntil' | 'expires'>;

/** The state of an item at a moment. What may not be shown for two reasons has the graver one. */
export function stateAt({ pubStatus, embargoedUntil, expires }: Rights, now: Date): ItemState {
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return pubStatus;
  if (embargoedUntil && Date.parse(embargoedUntil) > now.getTime()) return 'embargoed';
  if (expires && Date.parse(expires) <= now.getTime()) return 'expired';
  return 'usable';
}

/** The moment after `now` at which the state of an item changes by itself; undefined when it never does. */
export function nextStateChange({ pubStatus, embargoedUntil, expires }: Rights, now: Date): Date | undefined {
  if (pubStatus === 'canceled' || pubStatus === 'withheld') return undefined;
  const moments = [embargoedUntil, expires]
    .flatMap((moment) => (moment ? [Date.parse(moment)] : []))
    .filter((moment) => moment > now.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
