import type { Kysely, Transaction } from 'kysely';
import { forgetOldDrafts } from './filing/forget-drafts.ts';
import { LAPSED_IF_OPEN } from './lapse.ts';
import { forgetFrames } from './reply-frames/reply-frames.ts';
import type { Tables } from './tables.ts';
import { forgetWaiting } from './waiting/forget-waiting.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Slack takes a reply at a reply address for 30 minutes; an older address is of no use and need not be kept. */
const REPLY_ADDRESS_MS = 30 * 60 * 1000;

/** How many records lost their words. */
export interface ForgottenCounts {
  readonly questions: number;
  readonly deskQuestions: number;
  readonly feedback: number;
}

/** Takes the words from private records older than so many days, all or nothing. */
export function forgetOldWords(
  database: Kysely<Tables>,
  { retentionDays, at }: { readonly retentionDays: number; readonly at: Date },
): Promise<ForgottenCounts> {
  const oldest = new Date(at.getTime() - retentionDays * DAY_MS).toISOString();
  return database.transaction().execute(async (transaction) => {
    await forgetAddresses(transaction, at);
    const feedback = await transaction
      .updateTable('feedback')
      .set({ line: null, note: null })
      .where('given_at', '<', oldest)
      .where((where) => where.or([where('line', 'is not', null), where('note', 'is not', null)]))
      .where('question_id', 'in', (query) =>
        query.selectFrom('questions').select('id').where('is_private', '=', 1),
      )
      .executeTakeFirst();
    await forgetFrames(transaction, oldest);
    const questions = await transaction
      .updateTable('questions')
      .set({ words: null })
      .where('is_private', '=', 1)
      .where('asked_at', '<', oldest)
      .where('words', 'is not', null)
      .executeTakeFirst();
    await forgetOldDrafts(transaction, oldest);
    const deskQuestions = await transaction
      .updateTable('desk_questions')
      .set({ words: null, note: null, open_key: null, state: LAPSED_IF_OPEN })
      .where('is_private', '=', 1)
      .where('last_asked_at', '<', oldest)
      .where((where) => where.or([where('words', 'is not', null), where('note', 'is not', null)]))
      .executeTakeFirst();
    await forgetWaiting(transaction, at);
    return {
      questions: Number(questions.numUpdatedRows),
      deskQuestions: Number(deskQuestions.numUpdatedRows),
      feedback: Number(feedback.numUpdatedRows),
    };
  });
}

async function forgetAddresses(transaction: Transaction<Tables>, at: Date): Promise<void> {
  await transaction
    .updateTable('questions')
    .set({ reply_address: null })
    .where('reply_address', 'is not', null)
    .where('asked_at', '<', new Date(at.getTime() - REPLY_ADDRESS_MS).toISOString())
    .execute();
}
