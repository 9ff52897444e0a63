import { type Kysely, sql } from 'kysely';
import type { RecallRowTable, Tables } from '../tables.ts';
import { toRecallRow } from './read-recalls.ts';
import type { RecallRow, RecallRowKind, RecallRowResult } from './recall-row.ts';

/**
 * A row that was taken this long ago may be taken again: whoever took it was cut short. Slack's longest pauses take
 * about a minute.
 */
const IN_HAND_MS = 2 * 60_000;

/** Which rows to take. */
export interface TakenRows {
  readonly recall: number;
  readonly kind: RecallRowKind;
  readonly limit: number;
}

/** Takes rows that nobody has in hand, for one caller only, oldest first. */
export async function takeRows(
  database: Kysely<Tables>,
  { recall, kind, limit }: TakenRows,
  at: Date,
): Promise<readonly RecallRow[]> {
  const taken_at = at.toISOString();
  const free = new Date(at.getTime() - IN_HAND_MS).toISOString();
  // A clock that was put back has taken rows in what is its future now; those are free, too.
  const ahead = new Date(at.getTime() + IN_HAND_MS).toISOString();
  const rows = await sql<RecallRowTable>`update recall_rows set taken_at = ${taken_at} where id in (
      select id from recall_rows where recall = ${recall} and state = 'waiting' and kind = ${kind}
        and (taken_at is null or taken_at <= ${free} or taken_at > ${ahead})
      order by shown_at, id limit ${limit}
    ) and state = 'waiting' and (taken_at is null or taken_at <= ${free} or taken_at > ${ahead})
    returning *`.execute(database);
  return rows.rows.map(toRecallRow);
}

/** Gives a row back that could not be worked on just now. */
export async function giveRowBack(database: Kysely<Tables>, id: string): Promise<void> {
  await database
    .updateTable('recall_rows')
    .set({ taken_at: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Writes down what came of a row; one that was cancelled meanwhile was reached all the same. */
export async function finishRow(
  database: Kysely<Tables>,
  { id, result, at }: { readonly id: string; readonly result: RecallRowResult; readonly at: Date },
): Promise<void> {
  const notice = result.state === 'done' ? result.notice : null;
  await database
    .updateTable('recall_rows')
    .set({
      state: result.state,
      way: result.state === 'done' ? result.way : null,
      reason: result.state === 'unreached' ? result.reason : null,
      done_at: at.toISOString(),
      notice_channel: notice?.channel ?? null,
      notice_ts: notice?.messageTs ?? null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'cancelled'])
    .execute();
}

/** Ends a running recall of which no row waits; true for one caller only. */
export async function finishRecall(database: Kysely<Tables>, number: number, at: Date): Promise<boolean> {
  const finished = await database
    .updateTable('recalls')
    .set({ state: 'done', open_key: null, finished_at: at.toISOString() })
    .where('number', '=', number)
    .where('state', '=', 'running')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recall_rows').select('id').where('recall', '=', number).where('state', '=', 'waiting'),
        ),
      ),
    )
    .executeTakeFirst();
  return finished.numUpdatedRows > 0n;
}
