import { type Kysely, sql } from 'kysely';
import { hashOf } from '../stored-text.ts';
import type { DeliveryRow, RecallRowTable, Tables } from '../tables.ts';

/** What a recall concerns: a fact as it was shown, and what stands for it now. */
export interface Concerned {
  readonly factId: string;
  /** The version that stands for it; null when nothing does. */
  readonly toHash: string | null;
  /** The recall that is to reach them: it settles nothing for itself. @default none does yet */
  readonly number?: number;
}

/** A copy or a person that still has another version than the one that stands now. */
export type Outstanding = Pick<
  RecallRowTable,
  'kind' | 'question_id' | 'fact_id' | 'fact_hash' | 'shown_at' | 'person' | 'channel' | 'message_ts'
> & {
  /** How it was delivered; tells what became of a workflow's step. */
  readonly delivery: DeliveryRow['kind'];
};

/**
 * The copies and people that still have another version of a fact than the one that stands now: not those of which the
 * desk has decided already.
 */
export async function readOutstanding(
  database: Kysely<Tables>,
  concerned: Concerned,
): Promise<readonly Outstanding[]> {
  const settledBy = await lastSettled(database, concerned);
  const rows = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('fact_id', '=', concerned.factId)
    .orderBy('delivered_at')
    .orderBy('message_ts')
    .orderBy('id')
    .execute();
  const since = settledBy === null ? rows : rows.filter(({ delivered_at }) => delivered_at > settledBy);
  return [...copiesOf(since, concerned.toHash), ...peopleOf(since, concerned.toHash)];
}

/** What every recall of the fact said of its copies until then, the last moment of it; null where none did. */
async function lastSettled(
  database: Kysely<Tables>,
  { factId, toHash, number = 0 }: Concerned,
): Promise<string | null> {
  const { rows } = await sql<{ readonly at: string | null }>`
    select max(decided_at) as at from recalls where fact_id = ${factId} and state in ('done', 'left', 'running')
      and number <> ${number} and (
      is_past = 0 and coalesce(to_hash, '') = ${toHash ?? ''}
      or verb = 'withdraw' or (verb in ('correct', 'refile') and to_fact_id <> fact_id))`.execute(database);
  return rows[0]?.at ?? null;
}

/**
 * Messages that can be changed, by what each showed last. Of a quote that is torn over several messages of one reply
 * the first one stands for all.
 */
function copiesOf(rows: readonly DeliveryRow[], toHash: string | null): readonly Outstanding[] {
  const last = new Map<string, DeliveryRow>();
  const parts = new Set<string>();
  for (const row of rows) {
    if (!isChangeable(row)) continue;
    const message = `${row.channel} ${row.message_ts}`;
    const reply = row.call_id ?? `${row.question_id} ${row.channel} ${row.delivered_at} ${row.kind}`;
    if (parts.has(reply) && !last.has(message)) continue;
    parts.add(reply);
    last.set(message, row);
  }
  return [...last.values()]
    .filter(({ fact_hash }) => fact_hash !== toHash)
    .map((row) => ({ ...outstanding(row, 'copy'), person: null }));
}

/** Slack changes no message that one person alone sees in a channel. */
function isChangeable({ channel, message_ts, seen_by, kind }: DeliveryRow): boolean {
  return channel !== null && message_ts !== null && (seen_by === null || kind === 'direct-message');
}

/** People by what they got last of other versions; a workflow, which is nobody, for each time it was given one. */
function peopleOf(rows: readonly DeliveryRow[], toHash: string | null): readonly Outstanding[] {
  const last = new Map<string, DeliveryRow>();
  for (const row of rows) {
    if (row.fact_hash === toHash) continue;
    if (row.person !== null) last.set(row.person, row);
    else if (row.kind === 'workflow-step') last.set(row.id, row);
  }
  return [...last.values()].map((row) => outstanding(row, 'person'));
}

function outstanding(row: DeliveryRow, kind: Outstanding['kind']): Outstanding {
  const { question_id, fact_id, fact_hash, person, channel, message_ts } = row;
  const shown_at = row.delivered_at;
  return {
    kind,
    question_id,
    fact_id,
    fact_hash,
    shown_at,
    person,
    channel,
    message_ts,
    delivery: row.kind,
  };
}

/** The row of a recall that reaches a copy or a person; the same each time it is looked for. */
export function rowOf(number: number, { delivery, ...one }: Outstanding): RecallRowTable {
  const wentToWorkflow = one.kind === 'person' && delivery === 'workflow-step';
  const whom = one.kind === 'copy' ? null : (one.person ?? one.question_id);
  const place = one.kind === 'copy' ? [one.channel, one.message_ts] : [whom];
  return {
    ...one,
    id: hashOf('recall row', String(number), one.kind, ...place),
    recall: number,
    state: wentToWorkflow ? 'unreached' : 'waiting',
    way: null,
    reason: wentToWorkflow ? 'went-to-workflow' : null,
    taken_at: null,
    done_at: null,
    notice_channel: null,
    notice_ts: null,
    seen_at: null,
    reminded_at: null,
  };
}
