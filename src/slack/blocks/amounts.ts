const NUMBERS = new Intl.NumberFormat('en');

/** "1 fact", "1,204 facts". */
export function amount(count: number, noun: string): string {
  return `${NUMBERS.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "71 facts from 7 sources". */
export function factsFromSources(held: { readonly facts: number; readonly sources: number }): string {
  return `${amount(held.facts, 'fact')} from ${amount(held.sources, 'source')}`;
}
