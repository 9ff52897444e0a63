import type Database from 'libsql';

/** The last migration that was run on a SQLite ledger; undefined where none was. */
export function schemaOf(database: Database.Database): string | undefined {
  if (tablesOf(database, ['migrations']).length === 0) return undefined;
  const row: unknown = database.prepare('select max(name) as name from migrations').get();
  const name = typeof row === 'object' && row !== null && 'name' in row ? row.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Which of these tables are there. */
export function tablesOf(database: Database.Database, names: readonly string[]): readonly string[] {
  const find = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?");
  return names.filter((name) => find.get(name) !== undefined);
}
