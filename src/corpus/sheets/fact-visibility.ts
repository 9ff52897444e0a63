import { parseMoment } from '../partial-date.ts';
import { FACT_STATUSES, type Fact } from './fact.ts';
import type { Section } from './parse-section.ts';

/** The fields that decide whether a fact, and the one it replaces, may be shown. */
export type FactVisibility = Pick<Fact, 'status' | 'embargoUntil' | 'replaces'>;

/**
 * The visibility of the facts in some sections, by id, however broken the rest of the sheet is. A fact is left out when
 * it is in doubt: its status or embargo is invalid, something in its section cannot be read, or two sections share its
 * id.
 */
export function parseVisibility(sections: readonly Section[]): ReadonlyMap<string, FactVisibility> {
  const visibility = new Map<string, FactVisibility>();
  const seen = new Set<string>();
  for (const section of sections) {
    const { heading } = section;
    const parsed = seen.has(heading) ? undefined : visibilityOf(section);
    if (parsed) visibility.set(heading, parsed);
    else visibility.delete(heading);
    seen.add(heading);
  }
  return visibility;
}

function visibilityOf({ fields, doubts }: Section): FactVisibility | undefined {
  if (doubts.length > 0) return undefined;
  const statuses = fields.filter(({ name }) => name === 'status').map(({ value }) => value);
  const embargoes = fields.filter(({ name }) => name === 'embargo until').map(({ value }) => value);
  const status = FACT_STATUSES.find((known) => known === (statuses[0] ?? 'published'));
  const embargoUntil = embargoes[0] === undefined ? undefined : parseMoment(embargoes[0]);
  const isClear =
    statuses.length <= 1 && embargoes.length <= 1 && embargoes.length === (embargoUntil ? 1 : 0);
  if (!status || !isClear) return undefined;
  const replaces = fields.find(({ name, value }) => name === 'replaces' && value !== '')?.value;
  return { status, ...(embargoUntil && { embargoUntil }), ...(replaces !== undefined && { replaces }) };
}
