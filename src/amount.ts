const NUMBERS = new Intl.NumberFormat('en');

/** A count with its noun: `1 fact`, `1,204 facts`. */
export function amount(count: number, noun: string): string {
  return `${NUMBERS.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
