import { type Kysely, sql } from 'kysely';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** How far a fact has spread, in any of its versions. */
export interface FactReach {
  /**
   * Messages that showed it, a share and a reply that one person alone saw among them; each once. Notices of recalls
   * are none.
   */
  readonly copies: number;
  /** People who are known to have got it: whoever a copy was for, and whoever shared it. */
  readonly people: number;
}

/** How far facts went. */
export interface Reach {
  /** How far each of some facts has spread; one that was never shown is missing. */
  reachOf(factIds: readonly string[]): Promise<ReadonlyMap<string, FactReach>>;
}

/** Fewer than either database takes values in a query. */
const IDS_AT_ONCE = 500;

/** The reach of facts in one database. */
export function createReach(database: Kysely<Tables>): Reach {
  return {
    async reachOf(factIds) {
      const reach = new Map<string, FactReach>();
      for (let at = 0; at < factIds.length; at += IDS_AT_ONCE) {
        const ids = new Map(factIds.slice(at, at + IDS_AT_ONCE).map((id) => [storedText(id), id]));
        for (const { fact_id, copies, people } of await countReach(database, [...ids.keys()])) {
          // The person who got a copy was erased, or is one of those in a channel: somebody had it. Of another fact
          // that stands for it now, they may have nothing but the notice.
          const spread = { copies: Math.max(1, Number(copies)), people: Math.max(1, Number(people)) };
          reach.set(ids.get(fact_id) ?? fact_id, spread);
        }
      }
      return reach;
    },
  };
}

interface ReachRow {
  readonly fact_id: string;
  readonly copies: number | string;
  readonly people: number | string;
}

async function countReach(
  database: Kysely<Tables>,
  factIds: readonly string[],
): Promise<readonly ReachRow[]> {
  const ids = sql.join(factIds);
  // A message that was changed to a newer version was delivered twice, and is one copy. One that tells of a recall
  // is none: it would have each correction make a fact look as if it had spread further.
  const { rows } = await sql<ReachRow>`select fact_id,
    count(distinct case when notice_ts is not null then null
      when channel is null or message_ts is null then id
      else channel || ' ' || message_ts || ' ' || coalesce(seen_by, '') end) as copies,
    count(distinct person) as people
    from deliveries left join (
      select distinct notice_channel, notice_ts from recall_rows where notice_ts is not null
    ) as notices on notice_channel = channel and notice_ts = message_ts
    where fact_id in (${ids}) group by fact_id`.execute(database);
  return rows;
}
