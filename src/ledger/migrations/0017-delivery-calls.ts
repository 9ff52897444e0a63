import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which messages were recorded together; not known of those recorded before. */
export async function keepDeliveryCalls(database: Kysely<Tables>): Promise<void> {
  await database.schema.alterTable('deliveries').addColumn('call_id', 'text').execute();
}
