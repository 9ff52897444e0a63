import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const NOWHERE = { channel: null, message_ts: null, notice_channel: null, notice_ts: null } as const;

/**
 * Takes a person out of all recalls: whoever was to be told is told no more, and where the receipt counts them, it says
 * neither who it was nor where. Gives how many records named them.
 */
export async function eraseFromRecalls(transaction: Transaction<Tables>, userId: string): Promise<number> {
  const decided = await transaction
    .updateTable('recalls')
    // The reason is their words.
    .set({ decided_by: null, reason: null })
    .where('decided_by', '=', userId)
    .executeTakeFirst();
  const rows = await transaction
    .selectFrom('recall_rows')
    .select(['id', 'state'])
    .where((where) =>
      where.or([
        where('person', '=', userId),
        // A copy in their direct messages is theirs alone.
        where('channel', 'in', (query) =>
          query.selectFrom('direct_messages').select('channel').where('person', '=', userId),
        ),
      ]),
    )
    .execute();
  for (const { id, state } of rows) {
    const isWaiting = state === 'waiting' || state === 'cancelled';
    await transaction
      .updateTable('recall_rows')
      // The id of a row is made of whom it tells: whoever tries all people of a workspace would find out.
      .set({
        ...NOWHERE,
        id: randomUUID(),
        person: null,
        ...(isWaiting && { state: 'unreached', reason: 'erased' }),
      })
      .where('id', '=', id)
      .execute();
  }
  return Number(decided.numUpdatedRows) + rows.length;
}
