import { type Kysely, sql } from 'kysely';
import type { DeliveryKind } from './delivery.ts';
import { type KeptVersion, readVersions } from './read-versions.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** A message that showed a fact. */
export interface FactUse {
  readonly deliveredAt: Date;
  /** Which version it showed. */
  readonly factHash: string;
  readonly kind: DeliveryKind;
  /** Whether one person alone saw it: then person and place are told only where private ones are asked for. */
  readonly isPrivate: boolean;
  /** Who got it or shared it; null for a workflow, for somebody who was erased, and where it is not told. */
  readonly person: string | null;
  readonly channel: string | null;
  readonly messageTs: string | null;
  /** Timestamp of the message whose thread it stands in, where that is known. */
  readonly threadTs: string | null;
}

/** Who was shown what of a fact. */
export interface FactUses {
  /** The first that was shown first. */
  readonly versions: readonly KeptVersion[];
  /** Newest first. */
  readonly uses: readonly FactUse[];
  /** How often it was shown, also beyond the limit. */
  readonly total: number;
  /** How many people got it that are on record. */
  readonly people: number;
  /** How many messages show it that others than one person see. */
  readonly copies: number;
}

/** How much is told. */
export interface FactUsesOptions {
  /** Name people and places of private messages too. @default false */
  readonly withPrivate?: boolean;
  /** At most so many uses, the newest. @default all of them */
  readonly limit?: number;
}

/** Who used what. */
export interface Uses {
  /** Who was shown which version of a fact, when and where. */
  usesOf(factId: string, options?: FactUsesOptions): Promise<FactUses>;
}

/** The uses of one database. */
export function createUses(database: Kysely<Tables>): Uses {
  return {
    usesOf: (factId, options = {}) =>
      database
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((transaction) => readUses(transaction, storedText(factId), options)),
  };
}

async function readUses(
  database: Kysely<Tables>,
  factId: string,
  { withPrivate = false, limit }: FactUsesOptions,
): Promise<FactUses> {
  const counts = await sql<CountsRow>`select count(*) as total, count(distinct person) as people,
    count(distinct case when seen_by is null and channel is not null
      then channel || ' ' || coalesce(message_ts, id) end) as copies
    from deliveries where fact_id = ${factId}`.execute(database);
  const [row] = counts.rows;
  const newest = database
    .selectFrom('deliveries')
    .leftJoin('questions', 'questions.id', 'deliveries.question_id')
    .selectAll('deliveries')
    .select(['questions.is_private', 'questions.thread', 'questions.channel as asked_in'])
    .where('fact_id', '=', factId)
    .orderBy('delivered_at', 'desc')
    .orderBy('deliveries.id');
  const rows = await (limit === undefined ? newest : newest.limit(limit)).execute();
  return {
    versions: await readVersions(database, factId),
    uses: rows.map((use): FactUse => {
      // What was shared stands there for everybody, with the name of who did.
      const isPrivate = use.kind !== 'share' && (use.seen_by !== null || use.is_private === 1);
      const isTold = withPrivate || !isPrivate;
      return {
        deliveredAt: new Date(use.delivered_at),
        factHash: use.fact_hash,
        kind: use.kind,
        isPrivate,
        person: isTold ? use.person : null,
        channel: isTold ? use.channel : null,
        messageTs: isTold ? use.message_ts : null,
        threadTs: isTold && use.kind === 'reply' && use.asked_in === use.channel ? use.thread : null,
      };
    }),
    total: Number(row?.total ?? 0),
    people: Number(row?.people ?? 0),
    copies: Number(row?.copies ?? 0),
  };
}

/** PostgreSQL gives counts as text. */
interface CountsRow {
  readonly total: number | string;
  readonly people: number | string;
  readonly copies: number | string;
}
