import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestDatabase } from './test-databases.ts';

/**
 * Everything that a database has on its disk: the files of SQLite with its logs, or the files of PostgreSQL's tables
 * and indexes.
 */
export async function rawBytes({ directory, databaseUrl }: TestDatabase): Promise<string> {
  if (databaseUrl !== undefined) return relationBytes(databaseUrl);
  const files = await readdir(directory);
  const contents = await Promise.all(files.map((file) => readFile(join(directory, file), 'latin1')));
  return contents.join('\n');
}

/** Whether the user may read the server's files, which superusers may. */
export async function mayReadFiles(serverUrl: string): Promise<boolean> {
  const [row] = await select(serverUrl, 'select rolsuper from pg_roles where rolname = current_user');
  return row?.rolsuper === true;
}

/** Tables, indexes, what long texts are kept in, and what the server copied of the columns for its own use. */
async function relationBytes(databaseUrl: string): Promise<string> {
  await select(databaseUrl, 'checkpoint');
  const files = await select(
    databaseUrl,
    `with own as (select * from pg_class where relnamespace = current_schema()::regnamespace),
       long as (select * from pg_class where oid in (select reltoastrelid from own)),
       long_index as (select c.* from pg_class c join pg_index i on i.indexrelid = c.oid where i.indrelid in (select oid from long))
     select relname, pg_read_binary_file(pg_relation_filepath(oid)) as bytes
     from (select * from own union all select * from long union all select * from long_index) as all_of_it
     where pg_relation_filenode(oid) is not null`,
  );
  const copies = await select(databaseUrl, 'select * from pg_stats where schemaname = current_schema()');
  return [
    ...files.map(({ bytes }) => (Buffer.isBuffer(bytes) ? bytes.toString('latin1') : '')),
    JSON.stringify(copies),
  ].join('\n');
}

/** The columns of every table there is. */
export async function columnsOf(database: TestDatabase): Promise<readonly string[]> {
  const { databaseUrl = '' } = database;
  const rows = await select(
    databaseUrl,
    'select table_name, column_name from information_schema.columns where table_schema = current_schema()',
  );
  return rows.map((row) => `${row.table_name}.${row.column_name}`).toSorted();
}

/** Runs one statement on a connection of its own. */
export async function select(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
