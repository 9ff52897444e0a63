import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { toRecallRow } from './read-recalls.ts';
import type { RecallProgress, RecallRow, RecallRowReason } from './recall-row.ts';

/** Every copy and person of a recall, copies first, in the order they were shown. */
export async function readReceipt(database: Kysely<Tables>, number: number): Promise<readonly RecallRow[]> {
  const rows = await database
    .selectFrom('recall_rows')
    .selectAll()
    .where('recall', '=', number)
    .orderBy('kind')
    .orderBy('shown_at')
    .orderBy('id')
    .execute();
  return rows.map(toRecallRow);
}

/** How far a recall has come, counted by the database. */
export async function readProgress(database: Kysely<Tables>, number: number): Promise<RecallProgress> {
  const rows = await database
    .selectFrom('recall_rows')
    .select(({ fn }) => [
      'kind',
      'state',
      'way',
      'reason',
      fn.countAll<number | string>().as('rows'),
      fn.count<number | string>('seen_at').as('seen'),
    ])
    .where('recall', '=', number)
    .where('state', '<>', 'cancelled')
    .groupBy(['kind', 'state', 'way', 'reason'])
    .execute();
  type Counted = (typeof rows)[number];
  const count = (isCounted: (row: Counted) => boolean, of: 'rows' | 'seen' = 'rows') =>
    rows.filter(isCounted).reduce((sum, row) => sum + Number(row[of]), 0);
  const unreached = new Map<RecallRowReason, number>();
  for (const { reason, rows: counted } of rows)
    if (reason !== null) unreached.set(reason, (unreached.get(reason) ?? 0) + Number(counted));
  return {
    copies: {
      all: count(({ kind }) => kind === 'copy'),
      edited: count(({ way }) => way === 'edited'),
      replied: count(({ way }) => way === 'thread-reply'),
    },
    people: {
      all: count(({ kind }) => kind === 'person'),
      told: count(({ way }) => way === 'told'),
      seen: count(({ kind }) => kind === 'person', 'seen'),
    },
    waiting: count(({ state }) => state === 'waiting'),
    unreached,
  };
}
