import { parseMoment } from '../partial-date.ts';
import { FACT_STATUSES, type Fact } from './fact.ts';
import type { Section } from './parse-section.ts';
import { isFactField } from './section-fields.ts';

/** The fields that decide whether a fact, and the one it replaces, may be shown. */
export type FactVisibility = Pick<Fact, 'status' | 'embargoUntil' | 'replaces'>;

/** Words that suggest somebody meant to withdraw or embargo a fact, wherever they were written. */
const TAKES_BACK = /embargo|withdr[ae]w|retract|cancell?ed|withh[eo]ld/i;

/** A head's fields of the source. Such a line is about the source, whatever words its value holds. */
const OF_SOURCE = /^\s*(?:title|publisher|published|url|accessed|topics)\s*:/i;

/**
 * The visibility of the facts in some sections, by id, however broken the rest of the sheet is. A fact is left out when
 * it is in doubt: its status or embargo is invalid, a line that is not a field may withdraw it, or two sections share
 * its id.
 */
export function parseVisibility(
  sections: readonly Section[],
  head: string,
): ReadonlyMap<string, FactVisibility> {
  const visibility = new Map<string, FactVisibility>();
  if (head.split('\n').some((line) => TAKES_BACK.test(line) && !OF_SOURCE.test(line))) return visibility;
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

function visibilityOf({ fields, unrecognised }: Section): FactVisibility | undefined {
  const unread = [
    ...unrecognised.map(({ text }) => text),
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
