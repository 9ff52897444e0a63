import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LedgerRow, openSnapshot } from '../../src/ledger/index.ts';
import { compileForTest } from '../compile-for-test.ts';
import type { TestDatabase } from './test-databases.ts';

/** What is to be put back. */
export interface RestoreTask {
  readonly schema: string;
  readonly parts: readonly { readonly table: string; readonly rows: readonly LedgerRow[] }[];
  readonly breaksOff?: boolean;
  readonly replaces?: boolean;
}

const PROGRAM = await compileForTest('test/ledger/ledger-process.ts');

export function placeOf({ directory, databaseUrl }: TestDatabase) {
  return { directory, ...(databaseUrl !== undefined && { databaseUrl }) };
}

/** All that is in a ledger. */
export async function contentsOf(database: TestDatabase): Promise<RestoreTask> {
  const snapshot = await openSnapshot(placeOf(database));
  const parts: RestoreTask['parts'][number][] = [];
  for await (const part of snapshot?.rows() ?? []) parts.push(part);
  await snapshot?.close();
  return { schema: snapshot?.schema ?? '', parts };
}

/**
 * Puts it back as the command does, in a process of its own: SQLite's client lets go of a file for good only when its
 * process ends. Gives what it tells.
 */
export async function restore(
  task: RestoreTask,
  { directory, databaseUrl = '' }: TestDatabase,
): Promise<string> {
  const file = join(tmpdir(), `factdesk-restore-${randomUUID()}.json`);
  await writeFile(file, JSON.stringify(task));
  const { stdout } = await promisify(execFile)(process.execPath, [
    PROGRAM,
    'restore',
    directory,
    databaseUrl,
    file,
  ]);
  return stdout;
}
