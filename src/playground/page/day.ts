const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** The moment of a message timestamp. */
export function momentOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

/** A key for the reader's calendar day of a timestamp. */
export function dayOf(ts: string | undefined): string {
  return ts === undefined ? '' : momentOf(ts).toDateString();
}

/** The day of a timestamp in words: today, yesterday, or the date. */
export function describeDay(ts: string): string {
  const day = momentOf(ts);
  const yesterday = new Date();
  if (day.toDateString() === yesterday.toDateString()) return 'Today';
  yesterday.setDate(yesterday.getDate() - 1);
  return day.toDateString() === yesterday.toDateString() ? 'Yesterday' : DAY.format(day);
}

/** The time of day of a timestamp. */
export function describeTime(ts: string): string {
  return TIME.format(momentOf(ts));
}
