import type { Kysely, Transaction } from 'kysely';
import { newCallId } from './call-id.ts';
import type { Delivery } from './delivery.ts';
import { keepVersions } from './fact-versions.ts';
import { transact } from './repeat-once.ts';
import type { FactVersion } from './shown-fact.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { DeliveryRow, Tables } from './tables.ts';

/** Which fact was shown at which version, where, and to whom. */
export interface Deliveries {
  /**
   * Records a message that is out, with the words of its facts, and where a direct message tells it, where its person
   * is reached. The first for a question is its reply: nobody answers it again, and its reply address is forgotten.
   * Messages that belong together are recorded together, or none of them is.
   */
  recordDelivery(delivery: Delivery, ...further: readonly Delivery[]): Promise<void>;
  /** Whether somebody got a version of a fact, wherever they asked. */
  hasGot(person: string, version: FactVersion): Promise<boolean>;
  /** Records which of several close matches somebody chose; the same choice counts once. */
  recordChoice(choice: {
    readonly questionId: string;
    readonly factId: string;
    readonly chosenBy: string;
  }): Promise<void>;
  /** Id of the fact that was chosen first; undefined while none was. */
  chosenFact(questionId: string): Promise<string | undefined>;
}

/** The deliveries and choices of one database. */
export function createDeliveries(database: Kysely<Tables>, now: () => Date): Deliveries {
  return {
    async recordDelivery(...deliveries) {
      const call = { at: now(), callId: newCallId() };
      await transact(database, async (transaction) => {
        for (const delivery of deliveries) await recordDelivery(transaction, delivery, call);
      });
    },
    async hasGot(person, { factId, factHash }) {
      const got = await database
        .selectFrom('deliveries')
        .select('id')
        .where('person', '=', person)
        .where('fact_id', '=', storedText(factId))
        .where('fact_hash', '=', factHash)
        .limit(1)
        .executeTakeFirst();
      return got !== undefined;
    },
    async recordChoice({ questionId, factId, chosenBy }) {
      await database
        .insertInto('choices')
        .values({
          id: hashOf('choice', questionId, factId, chosenBy),
          question_id: questionId,
          fact_id: storedText(factId),
          chosen_by: chosenBy,
          chosen_at: now().toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async chosenFact(questionId) {
      const first = await database
        .selectFrom('choices')
        .select('fact_id')
        .where('question_id', '=', questionId)
        .orderBy('chosen_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return first?.fact_id;
    },
  };
}

async function recordDelivery(
  transaction: Transaction<Tables>,
  { kind, questionId, channel, messageTs, person, seenBy, sentBy, facts }: Delivery,
  { at, callId }: { readonly at: Date; readonly callId: string },
): Promise<void> {
  const deliveredAt = at.toISOString();
  await transaction
    .updateTable('questions')
    .set({ replied_at: deliveredAt, reply_address: null })
    .where('id', '=', questionId)
    .where('replied_at', 'is', null)
    .execute();
  if (kind === 'direct-message' && person !== null && channel !== null) {
    await transaction
      .insertInto('direct_messages')
      .values({ person, channel })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ channel }))
      .execute();
  }
  if (facts.length === 0) return;
  const rows = facts.map(({ factId, factHash }, position) => ({
    // Without a timestamp of Slack's, the time tells two messages apart. A message may be changed to another version.
    id: hashOf('delivery', questionId, factId, factHash, channel, messageTs ?? deliveredAt, seenBy),
    question_id: questionId,
    fact_id: storedText(factId),
    fact_hash: factHash,
    channel,
    message_ts: messageTs,
    seen_by: seenBy,
    sent_by: sentBy,
    delivered_at: deliveredAt,
    kind,
    person,
    position,
    call_id: callId,
  }));
  await keepVersions(transaction, facts, at);
  const written = await transaction
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const ids = new Set(written.map(({ id }) => id));
  for (const row of rows) if (!ids.has(row.id)) await recordShownAgain(transaction, row);
}

/** A message may be changed to a version that it showed before, and to others since. */
async function recordShownAgain(transaction: Transaction<Tables>, row: DeliveryRow): Promise<void> {
  const { id, fact_id, fact_hash, channel, message_ts, delivered_at } = row;
  const last = await transaction
    .selectFrom('deliveries')
    .select('fact_hash')
    .where('message_ts', '=', message_ts)
    .where('channel', '=', channel)
    .where('fact_id', '=', fact_id)
    .orderBy('delivered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.fact_hash === fact_hash) return;
  await transaction
    .insertInto('deliveries')
    .values({ ...row, id: hashOf(id, delivered_at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
