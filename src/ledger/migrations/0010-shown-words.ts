import { type Kysely, sql } from 'kysely';
import type { LedgerConnection } from '../ledger-connection.ts';
import type { Tables } from '../tables.ts';
import { withoutStatistics } from '../without-statistics.ts';

/** The new columns with words, people and places. */
const PERSONAL = {
  deliveries: ['person'],
  direct_messages: ['person', 'channel'],
  fact_versions: ['text', 'source_line', 'attribution', 'title', 'publisher', 'url'],
} as const;

/** What was shown of each version of a fact, in what way and to whom it was delivered, and where people are reached. */
export async function keepShownWords(
  database: Kysely<Tables>,
  kind: LedgerConnection['kind'],
): Promise<void> {
  await createFactVersions(database);
  await database.schema
    .createTable('direct_messages')
    .addColumn('person', 'text', (column) => column.primaryKey().notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .execute();
  await describeDeliveries(database);
  await withoutStatistics(database, kind, PERSONAL);
}

async function createFactVersions(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('fact_versions')
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('fact_hash', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('source_line', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('attribution', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text')
    .addColumn('url', 'text')
    .addColumn('first_shown_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('fact_versions_key', ['fact_id', 'fact_hash'])
    .execute();
}

/** Of what was delivered before, the words are not known; who got it in what way is, by all but a few. */
async function describeDeliveries(database: Kysely<Tables>): Promise<void> {
  const table = database.schema.alterTable('deliveries');
  await table.addColumn('kind', 'text', (column) => column.notNull().defaultTo('reply')).execute();
  await table.addColumn('person', 'text').execute();
  await table.addColumn('position', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await sql`update deliveries set
    kind = case
      when sent_by is not null then 'share'
      when question_id in (select id from questions where surface = 'workflow') then 'workflow-step'
      when channel like 'D%' and message_ts is not null then 'direct-message'
      else 'reply' end,
    person = coalesce(seen_by, sent_by,
      (select asked_by from questions where id = question_id and surface <> 'workflow')),
    position = coalesce((select min(f.position) from quoted_facts f
      where f.question_id = deliveries.question_id and f.fact_id = deliveries.fact_id), 0)`.execute(database);
  await sql`insert into direct_messages (person, channel)
    select person, min(channel) from deliveries
    where kind = 'direct-message' and person is not null group by person`.execute(database);
  await database.schema
    .createIndex('deliveries_by_person')
    .on('deliveries')
    .columns(['person', 'delivered_at'])
    .execute();
}
