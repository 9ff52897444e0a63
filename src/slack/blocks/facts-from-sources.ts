import { amount } from '../../amount.ts';

/** "71 facts from 7 sources". */
export function factsFromSources(held: { readonly facts: number; readonly sources: number }): string {
  return `${amount(held.facts, 'fact')} from ${amount(held.sources, 'source')}`;
}
