import { type Kysely, sql } from 'kysely';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** How far a fact has spread, in any of its versions. */
export interface FactReach {
  /** Messages that showed it, a share and a reply that one person alone saw among them. */
  readonly copies: number;
  /** People who are known to have got it: askers, those alone who saw a reply, and those who shared it. */
  readonly people: number;
}

/** How far facts went. */
export interface Reach {
  /** How far each of some facts has spread; one that was never shown is missing. */
  reachOf(factIds: readonly string[]): Promise<ReadonlyMap<string, FactReach>>;
}

/** Fewer than either database takes values in a query. */
const IDS_AT_ONCE = 500;
/** Who asks in a workflow's step is nobody: see `NewQuestion.askedBy`. */
const NOBODY = 'workflow';

/** The reach of facts in one database. */
export function createReach(database: Kysely<Tables>): Reach {
  return {
    async reachOf(factIds) {
      const reach = new Map<string, FactReach>();
      for (let at = 0; at < factIds.length; at += IDS_AT_ONCE) {
        const ids = new Map(factIds.slice(at, at + IDS_AT_ONCE).map((id) => [storedText(id), id]));
        for (const { fact_id, copies, people } of await countReach(database, [...ids.keys()])) {
          // The person who got a copy was erased, or is one of those in a channel: somebody had it.
          const spread = { copies: Number(copies), people: Math.max(1, Number(people)) };
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
  const { rows } = await sql<ReachRow>`
    with shown as (
      select d.id, d.fact_id, d.seen_by, d.sent_by, q.asked_by from deliveries d
      left join questions q on q.id = d.question_id where d.fact_id in (${ids})
    ), people as (
      select fact_id, seen_by as person from shown union
      select fact_id, sent_by from shown union
      select fact_id, asked_by from shown
    )
    select messages.fact_id, messages.copies, coalesce(readers.people, 0) as people
    from (select fact_id, count(*) as copies from shown group by fact_id) as messages
    left join (
      select fact_id, count(*) as people from people where person <> ${NOBODY} group by fact_id
    ) as readers on readers.fact_id = messages.fact_id`.execute(database);
  return rows;
}
