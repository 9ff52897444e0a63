import { isPartialDate } from '../../partial-date.ts';
import type { Zone } from './zones.ts';

/** A date and time as it was written. */
export interface WrittenMoment {
  /** `2026-11-20` */
  readonly day: string;
  /** `09:30:00`, with a fraction when there is one; undefined for a day. */
  readonly time: string | undefined;
  readonly zone: Zone | undefined;
  /** 0 is Sunday. Undefined when none was named. */
  readonly weekday: number | undefined;
}

/** A day that exists, as ISO 8601. */
export function toDay(year: number, month: number, day: number): string | undefined {
  const [months, days] = [month, day].map((number) => String(number).padStart(2, '0'));
  const text = `${String(year).padStart(4, '0')}-${months}-${days}`;
  return isPartialDate(text) ? text : undefined;
}
