import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { ReplyFrame } from '../question.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';

const stored = z.array(z.array(z.union([z.string(), z.number()])));

/** Keeps what stands beside the quotes of a reply of which nothing is kept. */
export async function keepFrames(
  transaction: Transaction<Tables>,
  questionId: string,
  frames: readonly ReplyFrame[],
): Promise<void> {
  if (frames.length === 0) return;
  const pages = storedText(JSON.stringify(frames));
  await transaction.insertInto('reply_frames').values({ question_id: questionId, pages }).execute();
}

/** Takes back what was kept of an answer that another one replaces. */
export async function dropFrames(transaction: Transaction<Tables>, questionId: string): Promise<void> {
  await transaction.deleteFrom('reply_frames').where('question_id', '=', questionId).execute();
}

/** What stood beside the quotes of the replies to some questions, as far as it is still kept. */
export async function readFrames(
  database: Kysely<Tables>,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReplyFrame[]>> {
  if (questionIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('reply_frames')
    .selectAll()
    .where('question_id', 'in', questionIds)
    .execute();
  return new Map(rows.map(({ question_id, pages }) => [question_id, stored.parse(JSON.parse(pages))]));
}

/** Takes what stood beside the quotes of private questions that were asked before then. */
export async function forgetFrames(transaction: Transaction<Tables>, oldest: string): Promise<void> {
  await transaction
    .deleteFrom('reply_frames')
    .where('question_id', 'in', (query) =>
      query.selectFrom('questions').select('id').where('is_private', '=', 1).where('asked_at', '<', oldest),
    )
    .execute();
}

/** The same of all that a person asked, as long as the questions say whose they are. */
export async function eraseFrames(transaction: Transaction<Tables>, userId: string): Promise<void> {
  await transaction
    .deleteFrom('reply_frames')
    .where('question_id', 'in', (query) =>
      query.selectFrom('questions').select('id').where('asked_by', '=', userId),
    )
    .execute();
}
