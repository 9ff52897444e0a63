import { closeSync, openSync, writeSync } from 'node:fs';
import { copyFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, LedgerError, openLedger } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { newQuestion } from './sample-questions.ts';
import { createSmallDisk, maySetUpDisks, resizeDisk } from './small-disk.ts';
import { createTestDatabase, type TestDatabase } from './test-databases.ts';

const PAGE = 4096;

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(LedgerError);
  return error instanceof Error ? error.message : '';
}

describe('a SQLite ledger in trouble', () => {
  let database: TestDatabase;
  let ledger: Ledger;
  let file: string;

  beforeEach(async () => {
    database = await createTestDatabase(undefined);
    ledger = await database.open();
    file = join(database.directory, 'ledger.sqlite');
    await ledger.acceptQuestion(newQuestion());
  });
  afterEach(() => database.remove());

  it('says soon that another program holds it, to others at once, and works again', async () => {
    const holder = new Database(file);
    holder.exec('begin immediate');
    const began = performance.now();
    const first = Array.from({ length: 20 }, () => failureOf(ledger.acceptQuestion(newQuestion())));
    for (const message of await Promise.all(first)) {
      expect(message).toBe(
        `The ledger ${file} cannot be used now: another program holds it. End that program.`,
      );
    }
    await failureOf(ledger.questionsOf('UADA'));
    expect(performance.now() - began).toBeLessThan(5_000);
    holder.exec('commit');
    holder.close();
    await expect
      .poll(() => ledger.acceptQuestion(newQuestion()).catch(() => null), { timeout: 10_000 })
      .toMatchObject({ kind: 'accepted' });
  });

  it.each([
    ['is deleted', async () => rm(file)],
    ['is deleted with all that belongs to it', async () => rm(database.directory, { recursive: true })],
    ['loses its log of changes', async () => rm(`${file}-wal`)],
    [
      'is replaced by a copy',
      async () => {
        await copyFile(file, `${file}.copy`);
        await rename(`${file}.copy`, file);
      },
    ],
  ])('says that nothing is kept any more when it %s in use', async (_, spoil) => {
    await spoil();
    for (const work of [
      () => ledger.acceptQuestion(newQuestion()),
      () => ledger.recordAnswer('any', { outcome: 'none', quoted: [] }),
    ]) {
      expect(await failureOf(work())).toContain(
        `The ledger ${file} cannot be used now: the file was deleted, moved or replaced while it was in use, so nothing more is kept.`,
      );
    }
  });

  it('says that it is damaged when it is damaged in use, and at the next start', async () => {
    for (let written = 0; written < 200; written += 1) await ledger.acceptQuestion(newQuestion());
    await ledger.forgetOldWords(30);
    const { size } = await stat(file);
    const handle = openSync(file, 'r+');
    for (let at = PAGE; at < size; at += PAGE) writeSync(handle, Buffer.alloc(PAGE, 0xab), 0, PAGE, at);
    closeSync(handle);
    const other = await openLedger({ directory: database.directory, now: database.clock.now }).catch(
      (error: unknown) => error,
    );
    expect(String(other)).toContain(`The ledger ${file} cannot be opened: the file is damaged`);
    // What this process has in its memory is still whole: it notices when it reads on.
    const holder = new Database(file);
    holder.exec('begin immediate');
    holder.exec('pragma user_version = 7');
    holder.exec('commit');
    holder.close();
    expect(await failureOf(ledger.questionsOf('UADA', 500))).toContain('the file is damaged');
    expect(await failureOf(ledger.acceptQuestion(newQuestion()))).toContain('the file is damaged');
  });

  it('refuses a file that was cut short, without a trace of the code', async () => {
    for (let written = 0; written < 200; written += 1) await ledger.acceptQuestion(newQuestion());
    await ledger.forgetOldWords(30);
    const directory = await createFolder({});
    const whole = await readFile(file);
    await writeFile(join(directory, 'ledger.sqlite'), whole.subarray(0, Math.floor(whole.length / 2)));
    const opening = openLedger({ directory, now: database.clock.now });
    expect(await failureOf(opening)).toContain('cannot be opened: the file is damaged');
  });
});

describe.skipIf(!maySetUpDisks())('a SQLite ledger on a full disk', () => {
  const now = () => new Date('2026-03-02T09:00:00.000Z');
  let disk: string;

  beforeEach(async () => {
    disk = await createSmallDisk('600k');
  });

  it('says so, and goes on by itself once there is room', async () => {
    const ledger = await openLedger({ directory: disk, now });
    const kept: string[] = [];
    const ask = async () => {
      const { questionId } = await ledger.acceptQuestion(newQuestion({ words: 'mines '.repeat(500) }));
      kept.push(questionId);
    };
    const fill = async () => {
      for (;;) await ask();
    };
    const message = `The ledger ${join(disk, 'ledger.sqlite')} cannot be used now: the disk is full. Make room there.`;
    expect(await failureOf(fill())).toBe(message);
    expect(await failureOf(ask())).toBe(message);
    resizeDisk(disk, '5m');
    const full = kept.length;
    for (let asked = 0; asked < 5; asked += 1) await ask();
    const other = await openLedger({ directory: disk, now });
    for (const id of kept) expect(await other.question(id)).toMatchObject({ askedBy: 'UADA' });
    expect(kept).toHaveLength(full + 5);
    await Promise.all([ledger.close(), other.close()]);
  });

  it('says so at the start', async () => {
    resizeDisk(disk, '16k');
    expect(await failureOf(openLedger({ directory: disk, now }))).toContain(
      `The ledger ${join(disk, 'ledger.sqlite')} cannot be opened: the disk `,
    );
  });
});
