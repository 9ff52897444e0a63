import type { Kysely, Transaction } from 'kysely';
import { ConnectionLost } from './ledger-error.ts';
import type { Tables } from './tables.ts';

/**
 * Does the work, and does it once more from its beginning when the connection was lost in the middle. Only for work
 * that comes to the same when it is done twice: nobody knows whether what was lost had been done.
 */
export async function repeatOnce<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    return work();
  }
}

/**
 * Does the work in one transaction, all or nothing, and once more as a whole when the connection was lost, be it in
 * the middle or while the end of the transaction was on its way. The work must come to the same when it is done twice.
 */
export function transact<Result>(
  database: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return repeatOnce(() => database.transaction().execute(work));
}
