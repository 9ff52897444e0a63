import { parseMoment } from '../partial-date.ts';
import { FACT_STATUSES, type Fact } from './fact.ts';
import { isFactField } from './section-fields.ts';
import type { Section } from './sheet-section.ts';

/** What of a fact decides whether it, and one that it replaces, may be shown. */
export type FactRights = Pick<Fact, 'status' | 'embargoUntil' | 'replaces'>;

/** Words by which somebody may have meant to take a fact back, wherever they wrote them. */
const TAKES_BACK = /embargo|withdr[ae]w|retract|cancell?ed|withh[eo]ld/i;

/** What a head may say of its source. Such a line speaks of the source, whatever its words. */
const OF_SOURCE = /^\s*(?:title|publisher|published|url|accessed|topics)\s*:/i;

/**
 * What the sections of a sheet say of who may see their facts, by id, however broken the rest of the sheet is. A fact is
 * left out when that is in doubt: its status or embargo cannot be read, what cannot be read might take it back, or two
 * sections bear its id.
 */
export function readRights(sections: readonly Section[], head: string): ReadonlyMap<string, FactRights> {
  const rights = new Map<string, FactRights>();
  if (head.split('\n').some((line) => TAKES_BACK.test(line) && !OF_SOURCE.test(line))) return rights;
  const seen = new Set<string>();
  for (const section of sections) {
    const { heading } = section;
    const read = seen.has(heading) ? undefined : rightsOf(section);
    if (read) rights.set(heading, read);
    else rights.delete(heading);
    seen.add(heading);
  }
  return rights;
}

function rightsOf({ fields, strays }: Section): FactRights | undefined {
  const unread = [
    ...strays.map(({ text }) => text),
    ...fields.filter(({ name }) => !isFactField(name)).map(({ name, value }) => `${name}: ${value}`),
  ];
  if (unread.some((text) => TAKES_BACK.test(text))) return undefined;
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
