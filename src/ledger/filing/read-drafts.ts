import type { Kysely, SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { readDraftFact } from '../../corpus/index.ts';
import type { Tables } from '../tables.ts';
import type { Draft } from './draft.ts';
import type { DraftRow } from './draft-row.ts';

type DraftQuery = SelectQueryBuilder<Tables, 'drafts', DraftRow>;

/** The drafts that the query keeps, oldest first. */
export async function readDrafts(
  database: Kysely<Tables>,
  narrow: (query: DraftQuery) => DraftQuery,
): Promise<readonly Draft[]> {
  const all = database.selectFrom('drafts').selectAll().orderBy('written_at').orderBy('id');
  const rows = await narrow(all).execute();
  return rows.map(toDraft);
}

/** A row as the rest of the bot knows it. */
export function toDraft(row: DraftRow): Draft {
  const { desk_channel: channel, desk_message_ts: messageTs } = row;
  return {
    id: row.id,
    groupId: row.group_id,
    version: row.version,
    state: row.state,
    fact: row.fields === null ? null : (readDraftFact(row.fields) ?? null),
    leftOut: readLeftOut(row.fields ?? ''),
    writtenBy: row.written_by,
    writtenAt: new Date(row.written_at),
    sentBackBy: row.sent_back_by,
    note: row.note,
    signedBy: row.signed_by,
    signedAt: row.signed_at === null ? null : new Date(row.signed_at),
    checkedBy: row.checked_by,
    factId: row.fact_id,
    sheet: row.sheet,
    trouble: row.trouble,
    deskMessage: channel === null || messageTs === null ? null : { channel, messageTs },
  };
}

const leftOutSchema = z.object({ leftOut: z.array(z.string()) });

/** The questions that a draft is said not to answer, which stand beside the words of its fact. */
export function readLeftOut(fields: string): readonly string[] {
  try {
    return leftOutSchema.safeParse(JSON.parse(fields)).data?.leftOut ?? [];
  } catch {
    return [];
  }
}
