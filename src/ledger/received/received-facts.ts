import { type Kysely, sql } from 'kysely';
import type { FactVersion, ShownWords } from '../shown-fact.ts';
import type { Tables } from '../tables.ts';
import { readWords } from '../version-words.ts';

/** A version of a fact that somebody got. */
export interface ReceivedFact extends FactVersion {
  /** Of one of the deliveries that brought it: names it shortly, and to this person alone. */
  readonly deliveryId: string;
  /** When they got it last. */
  readonly receivedAt: Date;
  /** Null where it was shown before the words were kept. */
  readonly words: ShownWords | null;
}

/** What of the facts that somebody got is told. */
export interface ReceivedFacts {
  /** The one they got last first. */
  readonly newest: readonly ReceivedFact[];
  /** How many there are, also beyond the limit. */
  readonly total: number;
}

/** What single people got: as a reply, by sharing it, in a direct message, or on a press. */
export interface Received {
  /** The versions of facts that somebody got since then, each once. */
  factsReceivedBy(
    person: string,
    options: { readonly since: Date; readonly limit: number },
  ): Promise<ReceivedFacts>;
  /** Those of them that these deliveries brought; what was brought to others is not among them. */
  factsReceivedIn(person: string, deliveryIds: readonly string[]): Promise<readonly ReceivedFact[]>;
}

/** What was received, as one database knows it. */
export function createReceived(database: Kysely<Tables>): Received {
  return {
    async factsReceivedBy(person, { since, limit }) {
      const rows = await received(database, person)
        .having(({ fn }) => fn.max('delivered_at'), '>=', since.toISOString())
        .limit(limit)
        .execute();
      return { newest: await withWords(database, rows), total: Number(rows[0]?.total ?? 0) };
    },
    async factsReceivedIn(person, deliveryIds) {
      if (deliveryIds.length === 0) return [];
      const wanted = database
        .selectFrom('deliveries')
        .select(['fact_id', 'fact_hash'])
        .where('person', '=', person)
        .where('id', 'in', deliveryIds);
      const rows = await received(database, person)
        .where(({ eb, refTuple }) =>
          eb(refTuple('fact_id', 'fact_hash'), 'in', wanted.$asTuple('fact_id', 'fact_hash')),
        )
        .execute();
      return withWords(database, rows);
    },
  };
}

function received(database: Kysely<Tables>, person: string) {
  return database
    .selectFrom('deliveries')
    .where('person', '=', person)
    .groupBy(['fact_id', 'fact_hash'])
    .select(({ fn }) => [
      'fact_id',
      'fact_hash',
      fn.min('id').as('delivery_id'),
      fn.max('delivered_at').as('received_at'),
      sql<number | string>`count(*) over ()`.as('total'),
    ])
    .orderBy('received_at', 'desc')
    .orderBy('fact_id')
    .orderBy('fact_hash');
}

type Row = Awaited<ReturnType<ReturnType<typeof received>['execute']>>[number];

async function withWords(database: Kysely<Tables>, rows: readonly Row[]): Promise<readonly ReceivedFact[]> {
  const words = await readWords(database, rows);
  return rows.map(({ fact_id, fact_hash, delivery_id, received_at }) => ({
    factId: fact_id,
    factHash: fact_hash,
    deliveryId: delivery_id,
    receivedAt: new Date(received_at),
    words: words(fact_id, fact_hash),
  }));
}
