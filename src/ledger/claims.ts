import { type Kysely, sql } from 'kysely';
import { newCallId } from './call-id.ts';
import { inHandSince } from './in-hand.ts';
import { hashOf } from './stored-text.ts';
import type { ClaimRow, Tables } from './tables.ts';

/**
 * Slack resends an event at once, after a minute and after five; an app with delayed events gets it hourly for a day.
 * Two days cover that and a clock that is wrong by a day. A claim is a row of 50 bytes: keeping them costs nothing.
 */
const CLAIM_DAYS = 2;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How it stands with work that is to be done once. */
export type Begun =
  /** This caller alone may do it, and nobody has tried before. */
  | 'begun'
  /**
   * This caller alone may do it. Somebody began it over a minute ago and was cut short: it may be done all the same.
   */
  | 'resumed'
  /** Somebody began it within the last minute. */
  | 'in-hand'
  | 'done';

/** Who may act on an event, when several copies of the bot get it or Slack sends it again. */
export interface Claims {
  /**
   * True for one caller only, over all processes and restarts. A question needs no claim, because `acceptQuestion`
   * claims and records in one step that a kill cannot part; what shows in Slack has `begin` and `finish`.
   */
  claim(eventKey: string): Promise<boolean>;
  /**
   * Takes work in hand that is to be done once; who gets `begun` or `resumed` says when it is done, or gives it back.
   */
  begin(key: string): Promise<Begun>;
  /** The work is done, for ever. */
  finish(key: string): Promise<void>;
  /** Gives a claim back, when the event could not be acted on and may be tried again. */
  release(eventKey: string): Promise<void>;
  /** Forgets claims older than any redelivery; gives their number. The ledger does it when opened. */
  pruneClaims(): Promise<number>;
}

/** The claims of one database. */
export function createClaims(database: Kysely<Tables>, now: () => Date): Claims {
  return {
    claim: (eventKey) =>
      writeClaim(database, { key: hashOf(eventKey), at: now().toISOString(), call_id: newCallId() }),
    begin: (key) => begin(database, hashOf(key), now()),
    async finish(key) {
      const done_at = now().toISOString();
      await database.updateTable('claims').set({ done_at }).where('key', '=', hashOf(key)).execute();
    },
    async release(eventKey) {
      await database.deleteFrom('claims').where('key', '=', hashOf(eventKey)).execute();
    },
    async pruneClaims() {
      const oldest = new Date(now().getTime() - CLAIM_DAYS * DAY_MS).toISOString();
      const result = await database.deleteFrom('claims').where('claimed_at', '<', oldest).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

/** A claim by one call. */
interface NewClaim extends Pick<ClaimRow, 'key' | 'call_id'> {
  readonly at: string;
}

/** Whether this call has the claim; also when it is repeated. */
export async function writeClaim(database: Kysely<Tables>, { key, at, call_id }: NewClaim): Promise<boolean> {
  const written = await database
    .insertInto('claims')
    .values({ key, claimed_at: at, done_at: at, tries: 1, call_id })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ call_id }).where('claims.call_id', '=', call_id),
    )
    .returning('key')
    .executeTakeFirst();
  return written !== undefined;
}

async function begin(database: Kysely<Tables>, key: string, at: Date): Promise<Begun> {
  const [claimed_at, call_id] = [at.toISOString(), newCallId()];
  const free = inHandSince(at);
  const taken = await database
    .insertInto('claims')
    .values({ key, claimed_at, done_at: null, tries: 1, call_id })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          claimed_at,
          call_id,
          // This very call, when it is repeated because its connection was lost, counts once.
          tries: sql<number>`case when claims.call_id = ${call_id} then claims.tries else claims.tries + 1 end`,
        })
        .where((where) =>
          where.or([
            where('claims.call_id', '=', call_id),
            where.and([where('claims.done_at', 'is', null), where('claims.claimed_at', '<=', free)]),
          ]),
        ),
    )
    .returning('tries')
    .executeTakeFirst();
  if (taken !== undefined) return taken.tries === 1 ? 'begun' : 'resumed';
  const claim = await database
    .selectFrom('claims')
    .select('done_at')
    .where('key', '=', key)
    .executeTakeFirst();
  return claim?.done_at ? 'done' : 'in-hand';
}
