import { type Kysely, type SqlBool, sql } from 'kysely';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** Deletes what was shown of the sentences of articles, by the URIs of these; gives how many versions that were. */
export async function eraseVersions(database: Kysely<Tables>, uris: readonly string[]): Promise<number> {
  let erased = 0;
  for (const uri of uris) {
    const { numDeletedRows } = await database.deleteFrom('fact_versions').where(isOf(uri)).executeTakeFirst();
    erased += Number(numDeletedRows);
  }
  return erased;
}

/** How many versions are kept of what was shown of articles. */
export async function countVersions(database: Kysely<Tables>, uris: readonly string[]): Promise<number> {
  let kept = 0;
  for (const uri of uris) {
    const { count } = await database
      .selectFrom('fact_versions')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(isOf(uri))
      .executeTakeFirstOrThrow();
    kept += Number(count);
  }
  return kept;
}

/** The id of a sentence is the URI of its article and its place in it. */
function isOf(uri: string) {
  const start = storedText(`${uri}#`);
  return sql<SqlBool>`substr(fact_id, 1, length(${start})) = ${start}`;
}
