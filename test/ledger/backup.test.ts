import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LEDGER_TABLES } from '../../src/ledger/backup/ledger-tables.ts';
import { openLedger, openSnapshot } from '../../src/ledger/index.ts';
import { everyRow, fillEveryColumn } from './every-column.ts';
import { contentsOf, placeOf, restore } from './restore-task.ts';
import { newQuestion } from './sample-questions.ts';
import { type DatabaseKind, databaseKinds, run, type TestDatabase } from './test-databases.ts';

const kinds = await databaseKinds();
const ways = kinds.flatMap((from) =>
  kinds.map((to) => ({ from, to, way: `${from.name}, put back ${to.name}` })),
);

async function create(kind: DatabaseKind): Promise<TestDatabase> {
  const database = await kind.create();
  onTestFinished(() => database.remove());
  if (database.databaseUrl === undefined) return database;
  // All tests share one server; a bot is told by what its connections are called.
  const url = new URL(database.databaseUrl);
  url.searchParams.set('application_name', `backup-${Math.random().toString(36).slice(2)}`);
  const open = async () => {
    const ledger = await openLedger({ ...placeOf(database), databaseUrl: url.href, now: database.clock.now });
    onTestFinished(() => ledger.close());
    return ledger;
  };
  return { ...database, databaseUrl: url.href, open };
}

async function createFull(kind: DatabaseKind, rows?: number): Promise<TestDatabase> {
  const database = await create(kind);
  await (await database.open()).close();
  await fillEveryColumn(database, rows);
  return letGo(database);
}

/** The same in a file that this process did not open. */
async function letGo(database: TestDatabase): Promise<TestDatabase> {
  if (database.databaseUrl !== undefined) return database;
  const directory = await mkdtemp(join(tmpdir(), 'factdesk-ledger-'));
  await execute(database, `vacuum into '${join(directory, 'ledger.sqlite')}'`);
  return { ...database, directory };
}

async function execute({ databaseUrl, directory }: TestDatabase, statements: string): Promise<void> {
  if (databaseUrl !== undefined) return run(databaseUrl, statements);
  const file = new Database(join(directory, 'ledger.sqlite'));
  file.exec(statements);
  file.close();
}

describe.each(ways)('a ledger $way', ({ from, to }) => {
  it('has the same in every column of every table', async () => {
    const [source, target] = [await createFull(from), await create(to)];
    const before = await everyRow(source);
    expect(await restore(await contentsOf(source), target)).toBe('restored\n');
    expect(await everyRow(target)).toEqual(before);
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    expect(await everyRow(source)).toEqual(before);
  });

  it('counts its recalls on from where it was', async () => {
    const [source, target] = [await createFull(from), await create(to)];
    await restore(await contentsOf(source), target);
    const { directory, databaseUrl, clock } = target;
    const place = placeOf({ ...target, directory, databaseUrl });
    const ledger = await openLedger({ ...place, now: clock.now });
    onTestFinished(() => ledger.close());
    const recall = { change: 'gone', from: { factId: 'berths', factHash: 'v1' }, to: null } as const;
    expect((await ledger.openRecall(recall))?.recall.number).toBe(4);
  });
});

describe.each(kinds)('a back-up of a ledger $name', (kind) => {
  it('is of one moment, while the bot goes on writing', async () => {
    const database = await create(kind);
    const ledger = await database.open();
    await Promise.all(Array.from({ length: 1_500 }, () => ledger.claim(randomUUID())));
    const snapshot = await openSnapshot(placeOf(database));
    const found = new Map<string, number>();
    for await (const { table, rows } of snapshot?.rows() ?? []) {
      found.set(table, (found.get(table) ?? 0) + rows.length);
      // Somebody asks and reports while it is read, and waits for nothing.
      const { questionId } = await ledger.acceptQuestion(newQuestion());
      const said = { fact: null, givenBy: 'UADA', reason: 'other', line: 'No.' } as const;
      await ledger.recordReport({ eventKey: questionId, questionId, ...said });
    }
    await snapshot?.close();
    expect(Object.fromEntries(found)).toEqual({ claims: 1_500 });
    expect((await everyRow(database)).questions).toHaveLength(2);
  });

  it('is put back only where nothing is, unless that may give way', async () => {
    const contents = await contentsOf(await createFull(kind));
    const target = await createFull(kind, 1);
    const before = await everyRow(target);
    expect(await restore(contents, await letGo(target))).toContain('it holds something already');
    expect(await everyRow(target)).toEqual(before);
    const replaced = await letGo(target);
    expect(await restore({ ...contents, replaces: true }, replaced)).toBe('replacing\nrestored\n');
    expect((await everyRow(replaced)).questions).toHaveLength(3);
  });

  it('changes nothing where the file breaks off', async () => {
    const contents = await contentsOf(await createFull(kind));
    const target = await createFull(kind, 1);
    const task = { ...contents, breaksOff: true, replaces: true };
    expect(await restore(task, target)).toContain('The file is at its end.');
    expect((await everyRow(target)).questions).toHaveLength(1);
  });

  it('is not put back while a bot has the ledger open', async () => {
    const contents = await contentsOf(await createFull(kind));
    const target = await create(kind);
    const bot = await target.open();
    await bot.claim('something');
    expect(await restore(contents, target)).toMatch(/Stop the bot/);
    expect(await bot.claim('something')).toBe(false);
    await bot.release('something');
    await bot.close();
    // A server takes a moment to see a connection go.
    const stopped = await letGo(target);
    await expect.poll(() => restore(contents, stopped), { timeout: 10_000 }).toBe('restored\n');
  });

  it('of an older version is brought to this one, and of a newer one is refused', async () => {
    const [source, target] = [await create(kind), await create(kind)];
    await execute(source, await readFile(new URL('fixtures/ledger-0009.sql', import.meta.url), 'utf8'));
    await execute(
      source,
      "insert into claims values ('an old key', '2026-03-02T09:00:00.000Z', null, null, 1)",
    );
    const contents = await contentsOf(source);
    expect(contents.schema).toBe('0009-threads');
    expect(await restore(contents, target)).toBe('restored\n');
    expect((await everyRow(target)).claims?.some((row) => row.includes('an old key'))).toBe(true);
    expect(await (await target.open()).isMigrated()).toBe(true);
    const newer = { ...contents, schema: '0999-from-the-future' };
    expect(await restore(newer, await create(kind))).toContain(
      'a newer factdesk has written (migration "0999-from-the-future", unknown to this version). Update factdesk',
    );
  });

  it('is none where no ledger was kept yet', async () => {
    expect(await openSnapshot(placeOf(await create(kind)))).toBeUndefined();
  });
});

describe.each(kinds.slice(0, 1))('an older ledger $name', (kind) => {
  const OLD = new URL('fixtures/ledger-0009.sql', import.meta.url);

  async function older(): Promise<TestDatabase> {
    const database = await create(kind);
    await execute(database, await readFile(OLD, 'utf8'));
    return database;
  }
  const copies = async ({ directory }: TestDatabase) =>
    (await readdir(directory)).filter((name) => name.includes('.copy'));

  it('is copied before it is brought up to date, for its owner alone, and once', async () => {
    const database = await older();
    await execute(
      database,
      "insert into claims values ('an old key', '2026-03-02T09:00:00.000Z', null, null, 1)",
    );
    await Promise.all([database.open(), database.open()]);
    expect(await copies(database)).toEqual(['ledger.sqlite.0009-threads.copy']);
    const copy = join(database.directory, 'ledger.sqlite.0009-threads.copy');
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    const file = new Database(copy);
    expect(file.prepare('select key from claims').all()).toEqual([{ key: 'an old key' }]);
    expect(file.prepare('select max(name) as name from migrations').all()).toEqual([
      { name: '0009-threads' },
    ]);
    file.close();
  });

  it('is not copied when it is new or needs nothing', async () => {
    const database = await create(kind);
    await (await database.open()).close();
    await (await database.open()).close();
    expect(await copies(database)).toEqual([]);
  });

  it('has the newest two copies beside it, for a week, and none once somebody was erased', async () => {
    const database = await older();
    const long = database.clock.now().getTime() - 8 * 24 * 60 * 60 * 1_000;
    for (const [nth, name] of ['0002-desk', '0005-call-ids', '0007-work-under-way'].entries()) {
      const copy = join(database.directory, `ledger.sqlite.${name}.copy`);
      await execute(database, `vacuum into '${copy}'`);
      await utimes(copy, new Date(long), new Date(long + nth));
      await chmod(copy, 0o600);
    }
    const ledger = await database.open();
    expect((await copies(database)).sort()).toEqual([
      'ledger.sqlite.0007-work-under-way.copy',
      'ledger.sqlite.0009-threads.copy',
    ]);
    await ledger.forgetOldWords(30);
    expect(await copies(database)).toEqual(['ledger.sqlite.0009-threads.copy']);
    await ledger.erasePerson('UADA');
    expect(await copies(database)).toEqual([]);
  });

  it('has no table that a back-up leaves out', async () => {
    const database = await older();
    await database.open();
    const file = new Database(join(database.directory, 'ledger.sqlite'));
    const rows = file.prepare("select name from sqlite_master where type = 'table'").all();
    file.close();
    const names = (rows as { name: string }[]).map(({ name }) => name);
    const ours = names.filter((name) => !name.startsWith('sqlite_'));
    expect(ours.sort()).toEqual([...LEDGER_TABLES, 'migrations'].sort());
  });
});
