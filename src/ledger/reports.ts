import type { Kysely, SelectQueryBuilder } from 'kysely';
import { newCallId } from './call-id.ts';
import type { MessageRef } from './desk-question.ts';
import { recordHelpful, recordReport } from './record-report.ts';
import type {
  HelpfulReply,
  NewReport,
  RecordedReport,
  Report,
  ReportClosing,
  UnfinishedReports,
} from './report.ts';
import { storedText } from './stored-text.ts';
import type { FeedbackRow, Tables } from './tables.ts';

/** What was said to be not right, until the desk has closed it. */
export interface Reports {
  /** `repeated` when this event was recorded before, and changes nothing then. */
  recordReport(report: NewReport): Promise<RecordedReport>;
  /** Records that a reply helped; the same event counts once. */
  recordHelpful(helpful: HelpfulReply): Promise<void>;
  /** Oldest first, so that none is overlooked. @default limit 20 */
  openReports(limit?: number): Promise<readonly Report[]>;
  /** Undefined when there is no such report. */
  report(reportId: string): Promise<Report | undefined>;
  /** Records the message in the desk channel. */
  recordReportPost(reportId: string, message: MessageRef): Promise<void>;
  /** Closes an open report, for one caller only; undefined when it is closed already, or unknown. */
  closeReport(closing: ReportClosing): Promise<Report | undefined>;
  /** Records that the person was told how the desk closed it. */
  recordReportTold(reportId: string): Promise<void>;
  /** What to make up for after a restart. Claim each before acting when several copies of the bot run. */
  unfinishedReports(): Promise<UnfinishedReports>;
}

/** The reports of one database. */
export function createReports(database: Kysely<Tables>, now: () => Date): Reports {
  const change = (reportId: string, values: Partial<FeedbackRow>) =>
    database.updateTable('feedback').set(values).where('id', '=', reportId);
  return {
    recordReport: (report) => recordReport(database, report, now()),
    recordHelpful: (helpful) => recordHelpful(database, helpful, now()),
    openReports: (limit = 20) =>
      readReports(database, (query) => query.where('closed_at', 'is', null).limit(limit)),
    async report(reportId) {
      const [found] = await readReports(database, (query) => query.where('id', '=', reportId));
      return found;
    },
    async recordReportPost(reportId, { channel, messageTs }) {
      await change(reportId, { desk_channel: channel, desk_message_ts: messageTs }).execute();
    },
    async closeReport({ reportId, note, closedBy }) {
      const call_id = newCallId();
      const row = await change(reportId, {
        note: note === null ? null : storedText(note),
        closed_by: closedBy,
        closed_at: now().toISOString(),
        call_id,
      })
        // Closed by this very call, when it is repeated.
        .where((where) => where.or([where('closed_at', 'is', null), where('call_id', '=', call_id)]))
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : toReport(row)[0];
    },
    async recordReportTold(reportId) {
      await change(reportId, { complainer_told_at: now().toISOString() }).execute();
    },
    unfinishedReports: async () => ({
      unposted: await readReports(database, (query) =>
        query.where('closed_at', 'is', null).where('desk_message_ts', 'is', null),
      ),
      untold: await readReports(database, (query) =>
        query
          .where('closed_at', 'is not', null)
          .where('complainer_told_at', 'is', null)
          .where('given_by', 'is not', null),
      ),
    }),
  };
}

type FeedbackQuery = SelectQueryBuilder<Tables, 'feedback', FeedbackRow>;

/** The reports that the query keeps, oldest first. */
async function readReports(
  database: Kysely<Tables>,
  narrow: (query: FeedbackQuery) => FeedbackQuery,
): Promise<readonly Report[]> {
  const all = database
    .selectFrom('feedback')
    .selectAll()
    .where('verdict', '!=', 'helpful')
    .orderBy('given_at')
    .orderBy('id');
  const rows = await narrow(all).execute();
  return rows.flatMap(toReport);
}

/** None where the row is praise. */
function toReport(row: FeedbackRow): readonly Report[] {
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
