import type { Kysely } from 'kysely';
import { newCallId } from './call-id.ts';
import { hashOf } from './stored-text.ts';
import type { ClaimRow, Tables } from './tables.ts';

/**
 * Slack resends an event at once, after a minute and after five; an app with delayed events gets it hourly for a day.
 * Two days cover that and a clock that is wrong by a day. A claim is a row of 50 bytes: keeping them costs nothing.
 */
const CLAIM_DAYS = 2;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who may act on a delivery, when several copies of the bot get it or Slack sends it again. */
export interface Claims {
  /**
   * True for one caller only, over all processes and restarts. For a press of a button and the like; a question
   * needs no claim, because `acceptQuestion` claims and records in one step that a kill cannot part.
   */
  claim(deliveryKey: string): Promise<boolean>;
  /** Gives a claim back, when the delivery could not be acted on and may be tried again. */
  release(deliveryKey: string): Promise<void>;
  /** Forgets claims older than any redelivery; gives their number. The ledger does it when opened. */
  pruneClaims(): Promise<number>;
}

/** The claims of one database. */
export function createClaims(database: Kysely<Tables>, now: () => Date): Claims {
  return {
    async claim(deliveryKey) {
      const claim = { key: hashOf(deliveryKey), claimed_at: now().toISOString(), call_id: newCallId() };
      return writeClaim(database, claim);
    },
    async release(deliveryKey) {
      await database.deleteFrom('claims').where('key', '=', hashOf(deliveryKey)).execute();
    },
    async pruneClaims() {
      const oldest = new Date(now().getTime() - CLAIM_DAYS * DAY_MS).toISOString();
      const result = await database.deleteFrom('claims').where('claimed_at', '<', oldest).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

/** Whether this call has the claim; also when it is repeated. */
export async function writeClaim(database: Kysely<Tables>, claim: ClaimRow): Promise<boolean> {
  const { call_id } = claim;
  const written = await database
    .insertInto('claims')
    .values(claim)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ call_id }).where('claims.call_id', '=', call_id),
    )
    .returning('key')
    .executeTakeFirst();
  return written !== undefined;
}
