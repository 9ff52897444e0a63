import type { Kysely } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';
import { withoutStatistics } from '../without-statistics.ts';

/** The columns with words, people and places. */
const PERSONAL = {
  questions: ['asked_by', 'channel', 'thread', 'words', 'reply_address'],
  deliveries: ['channel', 'message_ts', 'seen_by', 'sent_by'],
  choices: ['chosen_by'],
  feedback: ['given_by', 'line', 'closed_by', 'note'],
  desk_questions: ['asked_by', 'words', 'closed_by', 'note'],
} as const;

/** What is erased must not be left in the server's own notes on the columns. */
export async function keepNoStatistics(
  database: Kysely<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  await withoutStatistics(database, kind, PERSONAL);
}
