import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/index.ts';
import { compileForTest } from '../compile-for-test.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { createTestDatabase, type TestDatabase } from './test-databases.ts';

const PROGRAM = await compileForTest('test/ledger/ledger-process.ts');

describe('a SQLite file that another connection holds', () => {
  let database: TestDatabase;
  let ledger: Ledger;
  let holder: Database.Database;

  beforeEach(async () => {
    database = await createTestDatabase(undefined);
    ledger = await database.open();
    holder = new Database(join(database.directory, 'ledger.sqlite'));
  });
  afterEach(async () => {
    holder.close();
    await database.remove();
  });

  it('is waited for without stopping the process', async () => {
    holder.exec('begin immediate');
    const claimed = ledger.claim('press:1');
    const sooner = await Promise.race([
      claimed.then(() => 'the claim'),
      new Promise<string>((resolve) => setImmediate(() => resolve('other work'))),
    ]);
    expect(sooner).toBe('other work');
    holder.exec('commit');
    expect(await claimed).toBe(true);
  });

  // libsql 0.5 leaves a prepared statement open that met a busy file: what the same connection wrote after it was
  // reported as written, and was never committed.
  it('has every write of afterwards, as another connection reads it', async () => {
    holder.exec('begin immediate');
    const waited = ledger.claim('waited');
    const accepting = ledger.acceptQuestion(newQuestion());
    await new Promise((resolve) => setImmediate(resolve));
    holder.exec('commit');
    expect(await waited).toBe(true);
    const { questionId } = await accepting;
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted: TWO_FACTS });
    await ledger.recordDelivery(reply(questionId));
    const [row] = holder
      .prepare(
        'select (select count(*) from claims) as claims, (select count(*) from deliveries) as deliveries',
      )
      .all();
    expect(row).toEqual({ claims: 1, deliveries: 2 });
  });

  // Closing any handle on a file drops all locks that the process has on it. The next process to close the ledger
  // would think that it is the last, and delete the log that this one still writes to.
  it('keeps its log for this process when it was opened here once more and another process is done', async () => {
    await database.open();
    const claims = spawnSync(process.execPath, [PROGRAM, 'claim', database.directory]);
    expect(claims.stdout.toString()).toContain('claimed 99');
    expect(await readdir(database.directory)).toContain('ledger.sqlite-wal');
    expect(await ledger.claim('key-99')).toBe(false);
  });
});
