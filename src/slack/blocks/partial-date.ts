const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2024-11-20` as "20 November 2024", `2024-10` as "October 2024", `2024` as it is; anything else as it is. */
export function humanDate(partialDate: string): string {
  const [, year, month, day] = PARTIAL_DATE.exec(partialDate) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return partialDate;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
