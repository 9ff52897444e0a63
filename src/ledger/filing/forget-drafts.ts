import type { Transaction } from 'kysely';
import { type DraftFact, readDraftFact } from '../../corpus/index.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import { readLeftOut } from './read-drafts.ts';

/** Takes a person, and what they asked, out of the drafts; gives in how many they stood as one of the desk. */
export async function eraseFromDrafts(transaction: Transaction<Tables>, userId: string): Promise<number> {
  const asked = await transaction
    .selectFrom('desk_questions')
    .select('words')
    .where('asked_by', '=', userId)
    .where('words', 'is not', null)
    .execute();
  await dropQuestions(
    transaction,
    asked.map(({ words }) => words ?? ''),
  );
  const back = await transaction
    .updateTable('drafts')
    // The note is their words.
    .set({ sent_back_by: null, note: null })
    .where('sent_back_by', '=', userId)
    .executeTakeFirst();
  const stood = await transaction
    .updateTable('drafts')
    .set(({ fn, val }) => ({
      written_by: fn<null>('nullif', ['written_by', val(userId)]),
      signed_by: fn<null>('nullif', ['signed_by', val(userId)]),
      // It names both of them.
      checked_by: null,
    }))
    .where((where) => where.or([where('written_by', '=', userId), where('signed_by', '=', userId)]))
    .executeTakeFirst();
  return Number(back.numUpdatedRows + stood.numUpdatedRows);
}

/**
 * Takes private questions to the desk whose words go out of the drafts, to be called while they are known. What nobody
 * has signed by then is dropped.
 */
export async function forgetOldDrafts(transaction: Transaction<Tables>, oldest: string): Promise<void> {
  const going = await transaction
    .selectFrom('desk_questions')
    .select(['words', 'group_id'])
    .where('is_private', '=', 1)
    .where('last_asked_at', '<', oldest)
    .where('words', 'is not', null)
    .execute();
  if (going.length === 0) return;
  await dropQuestions(
    transaction,
    going.map(({ words }) => words ?? ''),
  );
  await transaction
    .updateTable('drafts')
    .set({ state: 'dropped', fields: null, note: null })
    .where('state', 'in', ['drafted', 'sent-back'])
    .where('written_at', '<', oldest)
    .where(
      'group_id',
      'in',
      going.map(({ group_id }) => group_id),
    )
    .execute();
}

/** The drafts that are not in a sheet no longer hold these questions. */
async function dropQuestions(transaction: Transaction<Tables>, questions: readonly string[]): Promise<void> {
  if (questions.length === 0) return;
  const dropped = new Set(questions.map(inOneLine));
  const drafts = await transaction
    .selectFrom('drafts')
    .select(['id', 'fields'])
    .where('fields', 'is not', null)
    .execute();
  for (const { id, fields } of drafts) {
    const fact = readDraftFact(fields ?? '');
    if (fact === undefined) continue;
    const askedAs = fact.askedAs.filter((question) => !dropped.has(inOneLine(question)));
    if (askedAs.length === fact.askedAs.length) continue;
    const left: DraftFact = { ...fact, askedAs };
    const leftOut = readLeftOut(fields ?? '');
    await transaction
      .updateTable('drafts')
      .set({ fields: storedText(JSON.stringify({ ...left, leftOut })) })
      .where('id', '=', id)
      .execute();
  }
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
