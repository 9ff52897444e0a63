import type { Kysely, Transaction } from 'kysely';
import { newCallId } from '../call-id.ts';
import { transact } from '../repeat-once.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import { readRecalls, toRecall } from './read-recalls.ts';
import type { FoundChange, OpenedRecall, Recall } from './recall.ts';

/**
 * Opens a recall for a change, or brings the open one of that fact up to date: one card a change, not one a save. One
 * that is running for another version is superseded: what it has not done yet is left to the new one.
 */
export function openRecall(database: Kysely<Tables>, found: FoundChange, at: Date): Promise<OpenedRecall> {
  const call_id = newCallId();
  return transact(database, async (transaction) => {
    const standing = await findStanding(transaction, found.from.factId);
    if (standing?.state === 'open') return bringUpToDate(transaction, { standing, found, call_id });
    if (standing !== undefined && isSame(standing, found))
      return { recall: standing, isNews: false, superseded: null };
    const superseded = standing === undefined ? null : await supersede(transaction, standing, at);
    const key = storedText(found.from.factId);
    const row = await transaction
      .insertInto('recalls')
      .values({
        ...changeOf(found),
        open_key: key,
        fact_id: key,
        state: 'open',
        opened_at: at.toISOString(),
        call_id,
      })
      // Another copy of the bot has opened it meanwhile, or this very call did when it is repeated.
      .onConflict((conflict) => conflict.column('open_key').doUpdateSet({ open_key: key }))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { recall: toRecall(row), isNews: row.call_id === call_id, superseded };
  });
}

/** Closes an open recall of a fact that reads again as it was shown; undefined when there is none. */
export async function closeMoot(
  database: Kysely<Tables>,
  factId: string,
  at: Date,
): Promise<Recall | undefined> {
  const row = await database
    .updateTable('recalls')
    .set({ state: 'moot', open_key: null, finished_at: at.toISOString() })
    .where('open_key', '=', storedText(factId))
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toRecall(row);
}

async function findStanding(transaction: Transaction<Tables>, factId: string): Promise<Recall | undefined> {
  const [standing] = await readRecalls(transaction, (query) =>
    query.where('open_key', '=', storedText(factId)),
  );
  return standing;
}

interface Update {
  readonly standing: Recall;
  readonly found: FoundChange;
  readonly call_id: string;
}

async function bringUpToDate(
  transaction: Transaction<Tables>,
  { standing, found, call_id }: Update,
): Promise<OpenedRecall> {
  if (isSame(standing, found)) return { recall: standing, isNews: false, superseded: null };
  const row = await transaction
    .updateTable('recalls')
    .set({ ...changeOf(found), call_id })
    .where('number', '=', standing.number)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
  return { recall: row ? toRecall(row) : standing, isNews: row !== undefined, superseded: null };
}

/** Notes that the fact of a recall is in another state than it is for. */
export async function outdate(database: Kysely<Tables>, recall: Recall, at: Date): Promise<Recall> {
  if (recall.state === 'open') return recall;
  await database.updateTable('recalls').set({ is_past: 1 }).where('number', '=', recall.number).execute();
  if (recall.state !== 'running') return recall;
  return transact(database, (transaction) => supersede(transaction, recall, at));
}

/** Ends a recall that runs for a version which does not stand any more. */
export async function supersede(transaction: Kysely<Tables>, running: Recall, at: Date): Promise<Recall> {
  const { number } = running;
  await transaction
    .updateTable('recalls')
    .set({ state: 'superseded', is_past: 1, open_key: null, finished_at: at.toISOString() })
    .where('number', '=', number)
    .where('state', '=', 'running')
    .execute();
  await transaction
    .updateTable('recall_rows')
    .set({ state: 'cancelled' })
    .where('recall', '=', number)
    .where('state', '=', 'waiting')
    .execute();
  return { ...running, state: 'superseded', finishedAt: at };
}

function isSame({ change, to }: Recall, found: FoundChange): boolean {
  // The same words may have moved to another id.
  return change === found.change && to?.factHash === found.to?.factHash;
}

function changeOf({ change, from, to }: FoundChange) {
  return {
    change,
    from_hash: from.factHash,
    to_fact_id: to === null ? null : storedText(to.factId),
    to_hash: to?.factHash ?? null,
    to_words: to?.words === undefined ? null : storedText(JSON.stringify(to.words)),
  };
}
