import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Which workspaces have installed the app, and which installations were begun. */
export async function keepInstallations(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('installations')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('installed_at', 'text', (column) => column.notNull())
    .addColumn('refresh_claim', 'text')
    .addColumn('refresh_claimed_at', 'text')
    .execute();
  await database.schema
    .createTable('install_states')
    .addColumn('state', 'text', (column) => column.primaryKey().notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}
