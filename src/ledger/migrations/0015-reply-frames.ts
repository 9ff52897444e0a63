import type { Kysely } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';
import { withoutStatistics } from '../without-statistics.ts';

/** What stood beside the quotes of a reply: headings and remarks, which may hold words of its question. */
export async function keepReplyFrames(
  database: Kysely<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  await database.schema
    .createTable('reply_frames')
    .addColumn('question_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('pages', 'text', (column) => column.notNull())
    .execute();
  await withoutStatistics(database, kind, { reply_frames: ['pages'] });
}
