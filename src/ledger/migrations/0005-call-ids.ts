import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which call wrote a row that only one caller may write. */
export async function addCallIds(database: Kysely<Tables>): Promise<void> {
  for (const table of ['claims', 'questions', 'feedback', 'desk_questions']) {
    await database.schema.alterTable(table).addColumn('call_id', 'text').execute();
  }
}
