import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { toRecallRow } from './read-recalls.ts';
import type { RecallRow } from './recall-row.ts';

/** Takes down that somebody saw what they were told; undefined where they were told nothing by that recall. */
export async function recordSeen(
  database: Kysely<Tables>,
  { number, person, at }: { readonly number: number; readonly person: string; readonly at: Date },
): Promise<RecallRow | undefined> {
  const mine = database
    .selectFrom('recall_rows')
    .selectAll()
    .where('recall', '=', number)
    .where('kind', '=', 'person')
    .where('person', '=', person);
  await database
    .updateTable('recall_rows')
    .set({ seen_at: at.toISOString() })
    .where('recall', '=', number)
    .where('kind', '=', 'person')
    .where('person', '=', person)
    .where('seen_at', 'is', null)
    .execute();
  const row = await mine.executeTakeFirst();
  return row === undefined ? undefined : toRecallRow(row);
}

/** Who was told before a moment, has not seen it and was not reminded, as far as they are known. */
export async function readUnseen(
  database: Kysely<Tables>,
  { toldBefore, limit }: { readonly toldBefore: Date; readonly limit: number },
): Promise<readonly RecallRow[]> {
  const rows = await database
    .selectFrom('recall_rows')
    .innerJoin('recalls', 'recalls.number', 'recall_rows.recall')
    .selectAll('recall_rows')
    .where('recalls.state', 'in', ['running', 'done'])
    .where('recall_rows.kind', '=', 'person')
    .where('way', '=', 'told')
    .where('person', 'is not', null)
    .where('seen_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('done_at', '<=', toldBefore.toISOString())
    .orderBy('done_at')
    .limit(limit)
    .execute();
  return rows.map(toRecallRow);
}
