import type { Kysely } from 'kysely';
import { wordsOf } from './read-versions.ts';
import type { ShownWords } from './shown-fact.ts';
import type { Tables } from './tables.ts';

/** The words of a version; null where they were not kept. */
export type WordsOfVersion = (factId: string, factHash: string) => ShownWords | null;

/** Reads what was shown of the versions of some facts. */
export async function readWords(
  database: Kysely<Tables>,
  shown: readonly { readonly fact_id: string }[],
): Promise<WordsOfVersion> {
  if (shown.length === 0) return () => null;
  const versions = await database
    .selectFrom('fact_versions')
    .selectAll()
    .where('fact_id', 'in', [...new Set(shown.map(({ fact_id }) => fact_id))])
    .execute();
  const words = new Map(versions.map((row) => [`${row.fact_hash} ${row.fact_id}`, wordsOf(row)]));
  return (factId, factHash) => words.get(`${factHash} ${factId}`) ?? null;
}
