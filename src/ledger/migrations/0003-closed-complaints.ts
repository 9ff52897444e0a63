import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

const COLUMNS = [
  'desk_channel',
  'desk_message_ts',
  'closed_at',
  'closed_by',
  'note',
  'complainer_told_at',
] as const;

/** What becomes of a complaint: where the desk sees it, how it was closed, and whether the person knows. */
export async function closeComplaints(database: Kysely<Tables>): Promise<void> {
  // SQLite adds one column at a time.
  for (const column of COLUMNS) {
    await database.schema.alterTable('feedback').addColumn(column, 'text').execute();
  }
}
