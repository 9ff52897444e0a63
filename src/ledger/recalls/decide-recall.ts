import type { Kysely, Transaction } from 'kysely';
import { newCallId } from '../call-id.ts';
import { keepVersions } from '../fact-versions.ts';
import { transact } from '../repeat-once.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import { readOutstanding, rowOf } from './outstanding.ts';
import { readRecalls, toRecall } from './read-recalls.ts';
import type { DecidedRecall, Recall, RecallDecision } from './recall.ts';

/** Rows written at a time: fewer than either database takes values in a query. */
const ROWS_AT_ONCE = 40;

/** Takes down what the desk decided, for one caller only, with a row for every copy and person concerned. */
export function decideRecall(
  database: Kysely<Tables>,
  { number, toHash, verb, reason, by }: RecallDecision,
  at: Date,
): Promise<DecidedRecall> {
  const call_id = newCallId();
  const decidedAt = at.toISOString();
  const isLeft = verb === 'leave';
  return transact(database, async (transaction): Promise<DecidedRecall> => {
    const change = transaction
      .updateTable('recalls')
      .set({
        state: isLeft ? 'left' : 'running',
        verb,
        reason: reason === null ? null : storedText(reason),
        decided_by: by,
        decided_at: decidedAt,
        call_id,
        ...(isLeft && { open_key: null, finished_at: decidedAt }),
      })
      .where('number', '=', number)
      // Decided by this very call, when it is repeated.
      .where((where) => where.or([where('state', '=', 'open'), where('call_id', '=', call_id)]));
    const row = await (toHash === null
      ? change.where('to_hash', 'is', null)
      : change.where('to_hash', '=', toHash)
    )
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) {
      const recall = toRecall(row);
      if (!isLeft) await addRows(transaction, recall);
      // From now on people are shown it.
      if (verb !== 'withdraw' && !isLeft) await keepNewWords(transaction, recall, at);
      return { kind: 'decided', recall };
    }
    const [found] = await readRecalls(transaction, (query) => query.where('number', '=', number));
    if (found === undefined) return { kind: 'unknown' };
    return { kind: found.verb === null ? 'changed' : 'before', recall: found };
  });
}

async function keepNewWords(transaction: Transaction<Tables>, { to }: Recall, at: Date): Promise<void> {
  if (to?.words) await keepVersions(transaction, [{ ...to, words: to.words }], at);
}

/** Adds a row for each copy and person of a running recall that has none: also for what went out meanwhile. */
export async function addRows(
  database: Kysely<Tables> | Transaction<Tables>,
  { number, from, to, verb }: Recall,
): Promise<void> {
  const { factId } = from;
  const concerned = { factId, toHash: to?.factHash ?? null, number };
  const outstanding = await readOutstanding(database, concerned);
  const rows = outstanding
    .filter(({ kind }) => kind === 'copy' || verb !== 'refile')
    .map((one) => rowOf(number, one));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await database
      .insertInto('recall_rows')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
