import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { eraseFromDrafts } from './filing/forget-drafts.ts';
import type { ForgottenCounts } from './forget-old-words.ts';
import { LAPSED_IF_OPEN } from './lapse.ts';
import { eraseFromRecalls } from './recalls/erase-from-recalls.ts';
import { eraseFrames } from './reply-frames/reply-frames.ts';
import type { Tables } from './tables.ts';
import { forgetWaiting } from './waiting/forget-waiting.ts';

/** How many records no longer name the person. */
export interface ErasedCounts extends ForgottenCounts {
  readonly choices: number;
  readonly deliveries: number;
  readonly reviews: number;
  readonly drafts: number;
  readonly recalls: number;
}

/** Erases one person from every table, all or nothing. */
export function erasePerson(database: Kysely<Tables>, userId: string, at: Date): Promise<ErasedCounts> {
  return database.transaction().execute(async (transaction) => {
    // Recalls and deliveries first: it is still known where the person is reached, and which questions are theirs.
    const recalls = await eraseFromRecalls(transaction, userId);
    const deliveries = await eraseDeliveries(transaction, userId);
    const questions = await eraseQuestions(transaction, userId, at);
    // Drafts before them, since they tell which questions were theirs.
    const drafts = await eraseFromDrafts(transaction, userId);
    const deskQuestions = await eraseDeskQuestions(transaction, userId, at);
    const choices = await eraseChoices(transaction, userId);
    const feedback = await transaction
      .updateTable('feedback')
      .set({ given_by: null, line: null, note: null })
      .where('given_by', '=', userId)
      .executeTakeFirst();
    const closedFeedback = await transaction
      .updateTable('feedback')
      // The note is their words.
      .set({ closed_by: null, note: null })
      .where('closed_by', '=', userId)
      .executeTakeFirst();
    const reviews = await transaction
      .updateTable('reviews')
      // The reason is their words.
      .set({ reviewed_by: null, reason: null })
      .where('reviewed_by', '=', userId)
      .executeTakeFirst();
    await forgetWaiting(transaction, at);
    return {
      questions,
      deskQuestions,
      deliveries,
      choices,
      drafts,
      reviews: Number(reviews.numUpdatedRows),
      recalls,
      feedback: Number(feedback.numUpdatedRows + closedFeedback.numUpdatedRows),
    };
  });
}

/** What only they could see goes; what stands in a channel stays, so that a correction still reaches it. */
async function eraseDeliveries(transaction: Transaction<Tables>, userId: string): Promise<number> {
  const removed = await transaction
    .deleteFrom('deliveries')
    .where((where) =>
      where.or([
        where('seen_by', '=', userId),
        where.and([where('kind', '=', 'direct-message'), where('person', '=', userId)]),
        where.and([
          where('sent_by', 'is', null),
          where('question_id', 'in', (query) =>
            query
              .selectFrom('questions')
              .select('id')
              .where('asked_by', '=', userId)
              .where('is_private', '=', 1),
          ),
        ]),
      ]),
    )
    .executeTakeFirst();
  const unnamed = await transaction
    .updateTable('deliveries')
    .set(({ fn, val }) => ({ person: null, sent_by: fn<null>('nullif', ['sent_by', val(userId)]) }))
    .where((where) => where.or([where('person', '=', userId), where('sent_by', '=', userId)]))
    .executeTakeFirst();
  await transaction.deleteFrom('direct_messages').where('person', '=', userId).execute();
  return Number(removed.numDeletedRows + unnamed.numUpdatedRows);
}

/** The id of a choice is made of who chose it: whoever tries all people of a workspace would find out. */
async function eraseChoices(transaction: Transaction<Tables>, userId: string): Promise<number> {
  const chosen = await transaction
    .selectFrom('choices')
    .select('id')
    .where('chosen_by', '=', userId)
    .execute();
  for (const { id } of chosen) {
    await transaction
      .updateTable('choices')
      .set({ id: randomUUID(), chosen_by: null })
      .where('id', '=', id)
      .execute();
  }
  return chosen.length;
}

async function eraseQuestions(transaction: Transaction<Tables>, userId: string, at: Date): Promise<number> {
  await eraseFrames(transaction, userId);
  const erased = await transaction
    .updateTable('questions')
    .set((update) => ({
      asked_by: null,
      channel: null,
      thread: null,
      words: null,
      reply_address: null,
      // There is nobody left to answer.
      replied_at: update.fn.coalesce('replied_at', update.val(at.toISOString())),
    }))
    .where('asked_by', '=', userId)
    .executeTakeFirst();
  return Number(erased.numUpdatedRows);
}

async function eraseDeskQuestions(
  transaction: Transaction<Tables>,
  userId: string,
  at: Date,
): Promise<number> {
  const asked = await transaction
    .updateTable('desk_questions')
    .set({
      asked_by: null,
      words: null,
      note: null,
      open_key: null,
      asker_told_at: at.toISOString(),
      state: LAPSED_IF_OPEN,
    })
    .where('asked_by', '=', userId)
    .executeTakeFirst();
  const closed = await transaction
    .updateTable('desk_questions')
    .set({ closed_by: null, note: null })
    .where('closed_by', '=', userId)
    .executeTakeFirst();
  return Number(asked.numUpdatedRows + closed.numUpdatedRows);
}
