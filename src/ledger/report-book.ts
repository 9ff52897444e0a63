import type { Kysely, SelectQueryBuilder } from 'kysely';
import { newCallId } from './call-id.ts';
import type { MessagePlace } from './desk-question.ts';
import type { Complaint, ComplaintClosing, UnfinishedComplaints } from './report.ts';
import { storedText } from './stored-text.ts';
import type { FeedbackRow, Tables } from './tables.ts';

/** What was said to be not right, until the desk has closed it. */
export interface ComplaintBook {
  /** Oldest first, so that none is overlooked. @default limit 20 */
  openComplaints(limit?: number): Promise<readonly Complaint[]>;
  /** Undefined when there is no such complaint. */
  complaint(complaintId: string): Promise<Complaint | undefined>;
  /** Records the message in the desk channel. */
  recordComplaintPost(complaintId: string, message: MessagePlace): Promise<void>;
  /** Closes an open complaint, for one caller only; undefined when it is closed already, or unknown. */
  closeComplaint(closing: ComplaintClosing): Promise<Complaint | undefined>;
  /** Records that the person was told how the desk closed it. */
  recordComplainerTold(complaintId: string): Promise<void>;
  /** What to make up for after a restart. Claim each before acting when several copies of the bot run. */
  unfinishedComplaints(): Promise<UnfinishedComplaints>;
}

/** The complaints of one database. */
export function createComplaintBook(database: Kysely<Tables>, now: () => Date): ComplaintBook {
  const change = (complaintId: string, values: Partial<FeedbackRow>) =>
    database.updateTable('feedback').set(values).where('id', '=', complaintId);
  return {
    openComplaints: (limit = 20) =>
      readComplaints(database, (query) => query.where('closed_at', 'is', null).limit(limit)),
    async complaint(complaintId) {
      const [found] = await readComplaints(database, (query) => query.where('id', '=', complaintId));
      return found;
    },
    async recordComplaintPost(complaintId, { channel, messageTs }) {
      await change(complaintId, { desk_channel: channel, desk_message_ts: messageTs }).execute();
    },
    async closeComplaint({ complaintId, note, closedBy }) {
      const call_id = newCallId();
      const row = await change(complaintId, {
        note: note === null ? null : storedText(note),
        closed_by: closedBy,
        closed_at: now().toISOString(),
        call_id,
      })
        // Closed by this very call, when it is repeated.
        .where((where) => where.or([where('closed_at', 'is', null), where('call_id', '=', call_id)]))
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toComplaint(row)[0];
    },
    async recordComplainerTold(complaintId) {
      await change(complaintId, { complainer_told_at: now().toISOString() }).execute();
    },
    unfinishedComplaints: async () => ({
      unposted: await readComplaints(database, (query) =>
        query.where('closed_at', 'is', null).where('desk_message_ts', 'is', null),
      ),
      untold: await readComplaints(database, (query) =>
        query
          .where('closed_at', 'is not', null)
          .where('complainer_told_at', 'is', null)
          .where('given_by', 'is not', null),
      ),
    }),
  };
}

type FeedbackQuery = SelectQueryBuilder<Tables, 'feedback', FeedbackRow>;

/** The complaints that the query keeps, oldest first. */
async function readComplaints(
  database: Kysely<Tables>,
  narrow: (query: FeedbackQuery) => FeedbackQuery,
): Promise<readonly Complaint[]> {
  const all = database
    .selectFrom('feedback')
    .selectAll()
    .where('verdict', '!=', 'helpful')
    .orderBy('given_at')
    .orderBy('id');
  const rows = await narrow(all).execute();
  return rows.flatMap(toComplaint);
}

/** None where the row is praise. */
function toComplaint(row: FeedbackRow): readonly Complaint[] {
  const { verdict, fact_id: factId, fact_hash: factHash } = row;
  if (verdict === 'helpful') return [];
  const { desk_channel: channel, desk_message_ts: messageTs } = row;
  return [
    {
      id: row.id,
      questionId: row.question_id,
      fact: factId === null || factHash === null ? null : { factId, factHash },
      givenBy: row.given_by,
      reason: verdict,
      line: row.line,
      givenAt: new Date(row.given_at),
      deskMessage: channel === null || messageTs === null ? null : { channel, messageTs },
      closedAt: row.closed_at === null ? null : new Date(row.closed_at),
      closedBy: row.closed_by,
      note: row.note,
    },
  ];
}
