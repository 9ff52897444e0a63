import type { Kysely } from 'kysely';
import type { FactVersion } from './question.ts';
import { transact } from './repeat-once.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** A message that went out, and the facts it showed. */
export interface Delivery {
  readonly questionId: string;
  /** Empty when nothing was found, or the asker was told that no answer could be worked out. */
  readonly facts: readonly FactVersion[];
  /** Null for a Home tab or a modal. */
  readonly channel: string | null;
  /** Null where Slack does not tell it, as for a reply address. */
  readonly messageTs: string | null;
  /** Who alone can see the message; null when everybody in the channel can. */
  readonly seenBy: string | null;
  /** Who shared it by choice; null when the bot replied by itself. */
  readonly sentBy: string | null;
}

/** Which fact was shown at which version, where, and to whom. */
export interface Deliveries {
  /**
   * Records a message that is out. The first for a question is its reply: nobody answers it again, and its reply
   * address is forgotten.
   */
  recordDelivery(delivery: Delivery): Promise<void>;
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
    recordDelivery: (delivery) => recordDelivery(database, delivery, now()),
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

async function recordDelivery(database: Kysely<Tables>, delivery: Delivery, at: Date): Promise<void> {
  const { questionId, channel, messageTs, seenBy, sentBy } = delivery;
  const deliveredAt = at.toISOString();
  const rows = delivery.facts.map(({ factId, factHash }) => ({
    // Without a timestamp of Slack's, the time tells two messages apart.
    id: hashOf('delivery', questionId, factId, channel, messageTs ?? deliveredAt, seenBy),
    question_id: questionId,
    fact_id: storedText(factId),
    fact_hash: factHash,
    channel,
    message_ts: messageTs,
    seen_by: seenBy,
    sent_by: sentBy,
    delivered_at: deliveredAt,
  }));
  await transact(database, async (transaction) => {
    await transaction
      .updateTable('questions')
      .set({ replied_at: deliveredAt, reply_address: null })
      .where('id', '=', questionId)
      .where('replied_at', 'is', null)
      .execute();
    if (rows.length === 0) return;
    await transaction
      .insertInto('deliveries')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
