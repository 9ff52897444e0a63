import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';

/** The columns with words, people and places. */
const PERSONAL = {
  questions: ['asked_by', 'channel', 'thread', 'words', 'reply_address'],
  deliveries: ['channel', 'message_ts', 'seen_by', 'sent_by'],
  choices: ['chosen_by'],
  feedback: ['given_by', 'line', 'closed_by', 'note'],
  desk_questions: ['asked_by', 'words', 'closed_by', 'note'],
} as const;

/** PostgreSQL copies frequent values of each column into a table of its own, where nothing would be erased. */
export async function keepNoStatistics(
  database: Kysely<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  if (kind === 'sqlite') return;
  for (const [table, columns] of Object.entries(PERSONAL)) {
    for (const column of columns) {
      const [named, where] = [sql.id(column), sql.table(table)];
      // To give a column the type that it has drops what was copied before, and changes nothing else.
      await sql`alter table ${where} alter column ${named} type text`.execute(database);
      await sql`alter table ${where} alter column ${named} set statistics 0`.execute(database);
    }
  }
}
