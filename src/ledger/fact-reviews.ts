import type { Kysely } from 'kysely';
import { repeatOnce } from './repeat-once.ts';
import type { FactVersion } from './shown-fact.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { ReviewRow, Tables } from './tables.ts';

/** What somebody of the desk said of a fact as it stood. */
interface Reviewed {
  readonly fact: FactVersion;
  /** Null once the person was erased. */
  readonly by: string | null;
  /** Day, such as `2026-11-30` (UTC). */
  readonly on: string;
}

/** The fact is still true. */
export type RecordedCheck = Reviewed;

/** Its review can wait. */
export interface Snooze extends Reviewed {
  /** Null once the person was erased. */
  readonly reason: string | null;
  /** Day until which it can wait, itself included. */
  readonly until: string;
}

/** A press of a button, or a form that was sent. */
interface Reviewing {
  /** The same for every redelivery, and for nothing else. Stored as a hash. */
  readonly eventKey: string;
  readonly fact: FactVersion;
  readonly by: string;
}

/** What the desk said of facts that were due for a review. */
export interface FactReviews {
  recordStillTrue(review: Reviewing): Promise<void>;
  recordSnooze(review: Reviewing & Pick<Snooze, 'until'> & { readonly reason: string }): Promise<void>;
  /** Reads what other copies of the bot recorded. */
  readReviews(): Promise<void>;
  /** Who found a fact true last, as far as was read: asked while a reply is made, so it does not ask the database. */
  knownCheck(factId: string): RecordedCheck | undefined;
  /** How the review of a fact was put off last, as far as was read. */
  knownSnooze(factId: string): Snooze | undefined;
}

/** What was said of facts in one database. */
export function createFactReviews(database: Kysely<Tables>, now: () => Date): FactReviews {
  let checks: ReadonlyMap<string, RecordedCheck> = new Map();
  let snoozes: ReadonlyMap<string, Snooze> = new Map();
  const readReviews = async () => {
    const rows = await database
      .selectFrom('reviews')
      .selectAll()
      .orderBy('reviewed_at')
      .orderBy('id')
      .execute();
    // The last of each fact stays.
    checks = new Map(
      rows.filter(({ kind }) => kind === 'still-true').map((row) => [row.fact_id, toReviewed(row)]),
    );
    snoozes = new Map(
      rows.filter(({ kind }) => kind === 'snooze').map((row) => [row.fact_id, toSnooze(row)]),
    );
  };
  const record = async (
    { eventKey, fact, by }: Reviewing,
    rest: Pick<ReviewRow, 'kind' | 'reason' | 'until_day'>,
  ) => {
    const values = {
      id: hashOf('review', eventKey),
      fact_id: storedText(fact.factId),
      fact_hash: fact.factHash,
      reviewed_by: by,
      reviewed_at: now().toISOString(),
      ...rest,
    };
    await repeatOnce(() =>
      database
        .insertInto('reviews')
        .values(values)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    await readReviews();
  };
  return {
    recordStillTrue: (review) => record(review, { kind: 'still-true', reason: null, until_day: null }),
    recordSnooze: ({ reason, until, ...review }) =>
      record(review, { kind: 'snooze', reason: storedText(reason), until_day: until }),
    readReviews,
    knownCheck: (factId) => checks.get(storedText(factId)),
    knownSnooze: (factId) => snoozes.get(storedText(factId)),
  };
}

function toReviewed({ fact_id, fact_hash, reviewed_by, reviewed_at }: ReviewRow): Reviewed {
  return {
    fact: { factId: fact_id, factHash: fact_hash },
    by: reviewed_by,
    on: reviewed_at.slice(0, 10),
  };
}

function toSnooze(row: ReviewRow): Snooze {
  return { ...toReviewed(row), reason: row.reason, until: row.until_day ?? '' };
}
