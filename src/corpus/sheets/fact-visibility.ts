import { parseMoment } from '../partial-date.ts';
import { FACT_STATUSES, type Fact } from './fact.ts';
import type { Section } from './parse-section.ts';

/** What decides whether a fact, and the one it replaces, may be shown. */
export interface FactVisibility extends Pick<Fact, 'embargoUntil' | 'replaces'> {
  /** In doubt is a fact whose section may say that it is withdrawn or under embargo, in a way that nobody can read. */
  readonly status: Fact['status'] | 'in doubt';
}

/**
 * The visibility of the facts in some sections, by id, however broken the rest of the sheet is. It is in doubt when two
 * sections share an id, and when the sheet as a whole may be taken back.
 */
export function parseVisibility(
  sections: readonly Section[],
  { isSheetInDoubt }: { readonly isSheetInDoubt: boolean },
): ReadonlyMap<string, FactVisibility> {
  const visibility = new Map<string, FactVisibility>();
  for (const section of sections) {
    const { heading } = section;
    const parsed = visibilityOf(section);
    const isInDoubt = isSheetInDoubt || visibility.has(heading);
    visibility.set(heading, isInDoubt ? { ...parsed, status: 'in doubt' } : parsed);
  }
  return visibility;
}

function visibilityOf({ fields, doubts }: Section): FactVisibility {
  const statuses = fields.filter(({ name }) => name === 'status').map(({ value }) => value);
  const embargoes = fields.filter(({ name }) => name === 'embargo until').map(({ value }) => value);
  const status = FACT_STATUSES.find((known) => known === (statuses[0] ?? 'published'));
  const embargoUntil = embargoes[0] === undefined ? undefined : parseMoment(embargoes[0]);
  const isClear =
    statuses.length <= 1 && embargoes.length <= 1 && embargoes.length === (embargoUntil ? 1 : 0);
  const replaces = fields.find(({ name, value }) => name === 'replaces' && value !== '')?.value;
  // Whatever else cannot be read: a fact that is withdrawn is not shown.
  const isWithdrawn = isClear && status === 'withdrawn';
  return {
    status: isWithdrawn || (isClear && status && doubts.length === 0) ? status : 'in doubt',
    ...(embargoUntil && { embargoUntil }),
    ...(replaces !== undefined && { replaces }),
  };
}
