import { closeSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import Database from 'libsql';
import { schemaOf } from './sqlite-schema.ts';

/** Whoever goes back to an older factdesk goes back one version, rarely two. */
const KEPT = 2;

/** What a copy of the ledger is called, by the last migration that was run on it; `part` while it is made. */
const COPY = /^ledger\.sqlite\.[\w-]+\.copy(\.\d+\.part)?$/;

/**
 * Puts a copy of a ledger of an older version beside it, for its user alone, before it is brought to this one; of one
 * that is empty or needs nothing there is none. The newest two are kept. Throws what SQLite and the disk throw.
 */
export function copyOlder(file: string, database: Database.Database, newest: string): void {
  const schema = schemaOf(database);
  if (schema === undefined || schema >= newest) return;
  const part = `${file}.${schema}.copy.${process.pid}.part`;
  try {
    closeSync(openSync(part, 'w', 0o600));
    database.exec(`vacuum into '${part.replaceAll("'", "''")}'`);
    // Another copy of the bot may have brought the ledger up to date meanwhile: it has made the copy then.
    if (schemaInFile(part) === schema) renameSync(part, `${file}.${schema}.copy`);
  } finally {
    rmSync(part, { force: true });
  }
  for (const { path } of copiesOf(file).slice(KEPT)) rmSync(path, { force: true });
}

/** Removes the copies that were made before a time, all without one: they hold words that were erased since. */
export function removeCopies(file: string, madeBefore?: Date): void {
  for (const { path, madeAt } of copiesOf(file))
    if (madeBefore === undefined || madeAt < madeBefore.getTime()) rmSync(path, { force: true });
}

/** Newest first; with what somebody left behind who was killed. */
function copiesOf(file: string): readonly { readonly path: string; readonly madeAt: number }[] {
  const { dir } = parse(file);
  return readdirSync(dir)
    .filter((name) => COPY.test(name))
    .map((name) => join(dir, name))
    .map((path) => ({ path, madeAt: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.madeAt - one.madeAt);
}

function schemaInFile(file: string): string | undefined {
  const database = new Database(file, { readonly: true });
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
}
