import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import type { ShownWords } from '../shown-fact.ts';
import type { RecallRowTable, RecallTable, Tables } from '../tables.ts';
import type { Recall } from './recall.ts';
import type { RecallRow } from './recall-row.ts';

type RecallQuery = SelectQueryBuilder<Tables, 'recalls', Selectable<RecallTable>>;

/** The recalls that the query keeps, oldest first. */
export async function readRecalls(
  database: Kysely<Tables>,
  narrow: (query: RecallQuery) => RecallQuery,
): Promise<readonly Recall[]> {
  const all = database.selectFrom('recalls').selectAll().orderBy('number');
  return (await narrow(all).execute()).map(toRecall);
}

/** What a row of the table tells. */
export function toRecall(row: Selectable<RecallTable>): Recall {
  const { fact_id: factId, to_fact_id, to_hash, decided_at, finished_at } = row;
  return {
    number: row.number,
    change: row.change,
    from: { factId, factHash: row.from_hash },
    to:
      to_fact_id === null || to_hash === null
        ? null
        : { factId: to_fact_id, factHash: to_hash, words: readWords(row.to_words) },
    state: row.state,
    verb: row.verb,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: momentOf(decided_at),
    openedAt: new Date(row.opened_at),
    finishedAt: momentOf(finished_at),
    deskMessage: messageOf(row.desk_channel, row.desk_message_ts),
  };
}

/** What a row of the table tells of one copy or person. */
export function toRecallRow(row: RecallRowTable): RecallRow {
  return {
    id: row.id,
    recall: row.recall,
    kind: row.kind,
    questionId: row.question_id,
    held: { factId: row.fact_id, factHash: row.fact_hash },
    shownAt: new Date(row.shown_at),
    person: row.person,
    channel: row.channel,
    messageTs: row.message_ts,
    state: row.state,
    way: row.way,
    reason: row.reason,
    doneAt: momentOf(row.done_at),
    notice: messageOf(row.notice_channel, row.notice_ts),
    seenAt: momentOf(row.seen_at),
    remindedAt: momentOf(row.reminded_at),
  };
}

/** As this version wrote them. */
function readWords(written: string | null): ShownWords | null {
  return written === null ? null : JSON.parse(written);
}

const momentOf = (moment: string | null) => (moment === null ? null : new Date(moment));

const messageOf = (channel: string | null, messageTs: string | null) =>
  channel === null || messageTs === null ? null : { channel, messageTs };
