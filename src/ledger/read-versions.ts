import type { Kysely } from 'kysely';
import type { FactVersion, ShownWords } from './shown-fact.ts';
import type { FactVersionRow, Tables } from './tables.ts';

/** A version of a fact that was shown. */
export interface KeptVersion extends FactVersion {
  readonly firstShownAt: Date;
  /** Null where it was shown before the words were kept. */
  readonly words: ShownWords | null;
}

/** The versions of a fact that were shown or about to be, the first one first. */
export async function readVersions(
  database: Kysely<Tables>,
  factId: string,
): Promise<readonly KeptVersion[]> {
  const kept = await database
    .selectFrom('fact_versions')
    .selectAll()
    .where('fact_id', '=', factId)
    .orderBy('first_shown_at')
    .orderBy('fact_hash')
    .execute();
  const shown = await database
    .selectFrom('deliveries')
    .select(({ fn }) => ['fact_hash', fn.min('delivered_at').as('first_shown_at')])
    .where('fact_id', '=', factId)
    .groupBy('fact_hash')
    .execute();
  const known = new Set(kept.map(({ fact_hash }) => fact_hash));
  const wordless = shown.filter(({ fact_hash }) => !known.has(fact_hash));
  return [
    ...kept.map((row) => ({ ...versionOf(row, factId), words: wordsOf(row) })),
    ...wordless.map((row) => ({ ...versionOf(row, factId), words: null })),
  ].toSorted((one, other) => one.firstShownAt.getTime() - other.firstShownAt.getTime());
}

function versionOf(row: Pick<FactVersionRow, 'fact_hash' | 'first_shown_at'>, factId: string) {
  return { factId, factHash: row.fact_hash, firstShownAt: new Date(row.first_shown_at) };
}

/** What a row holds of what was shown. */
export function wordsOf(row: FactVersionRow): ShownWords {
  const {
    text,
    source_line: sourceLine,
    kind,
    attribution,
    as_of: asOf,
    published,
    title,
    publisher,
    url,
  } = row;
  return { text, sourceLine, kind, attribution, asOf, published, title, publisher, url };
}
