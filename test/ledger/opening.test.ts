import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchTables } from '../../src/cli/watch-tables.ts';
import { LedgerError, openLedger } from '../../src/ledger/index.ts';
import { newQuestion } from './sample-questions.ts';
import { createTestDatabase, databaseKinds, run, type TestDatabase } from './test-databases.ts';

const kinds = await databaseKinds();
// Said here, and not by every file that tests both.
if (kinds.length === 1) {
  process.stderr.write(
    'No PostgreSQL answers at FACTDESK_TEST_DATABASE_URL: the ledger is tested on SQLite alone.\n',
  );
}

/** What whoever starts the bot reads. */
async function failureOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(LedgerError);
  return error instanceof Error ? error.message : '';
}

describe.each(kinds)('opening a ledger $name', ({ create }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());

  async function execute(statements: string): Promise<void> {
    if (database.databaseUrl !== undefined) return run(database.databaseUrl, statements);
    const file = new Database(join(database.directory, 'ledger.sqlite'));
    file.exec(statements);
    file.close();
  }

  it('brings an older ledger up to date and keeps what is in it', async () => {
    await execute(await readFile(new URL('fixtures/ledger-0001.sql', import.meta.url), 'utf8'));
    const ledger = await database.open();
    expect(await ledger.question('kept-question')).toMatchObject({
      words: 'Who signed the treaty?',
      quoted: [{ factId: 'mine-ban-treaty', factHash: 'version-1' }],
    });
    expect(await ledger.openReports()).toEqual([]);
    // Whoever accepted it had begun to answer it.
    expect(await ledger.beginAttempt('kept-question')).toBe(2);
  });

  it('refuses a ledger that a newer factdesk has written, and changes nothing in it', async () => {
    await (await database.open()).close();
    await execute("insert into migrations (name) values ('0999-from-the-future')");
    const message = await failureOf(database.open());
    expect(message).toContain('cannot be opened: a newer factdesk has written it');
    expect(message).toContain('(migration "0999-from-the-future", unknown to this version). Update factdesk');
  });

  it('goes on in a copy of the bot that runs while a newer one brings the tables up to date', async () => {
    const older = await database.open();
    await execute("insert into migrations (name) values ('0999-from-the-future')");
    await execute('alter table questions add column mood text');
    await execute('create table moods (name text not null primary key)');
    const { questionId } = await older.acceptQuestion(newQuestion());
    expect(await older.recordAnswer(questionId, { outcome: 'none', quoted: [] })).toBeUndefined();
    expect(await older.question(questionId)).toMatchObject({ id: questionId });
    const warnings: string[] = [];
    const logger = pino({}, { write: (line) => void warnings.push(line) });
    const stop = watchTables(older, logger, 5);
    await expect.poll(() => warnings.join('')).toContain('cannot start again: upgrade it');
    stop();
    expect(warnings).toHaveLength(1);
    expect(await failureOf(database.open())).toContain('a newer factdesk has written it');
  });

  it('opens the same ledger any number of times at once', async () => {
    const ledgers = await Promise.all(Array.from({ length: 5 }, () => database.open()));
    const claims = await Promise.all(ledgers.map((ledger) => ledger.claim('one key')));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});

describe('a SQLite ledger that cannot be opened', () => {
  let database: TestDatabase;
  const now = () => new Date('2026-03-02T09:00:00.000Z');

  beforeEach(async () => {
    database = await createTestDatabase(undefined);
  });
  afterEach(() => database.remove());

  it('makes the folder, and a file that only its user can read', async () => {
    const directory = join(database.directory, 'deep', 'data');
    const ledger = await openLedger({ directory, now });
    await ledger.claim('key');
    const modes = await Promise.all(
      ['ledger.sqlite', 'ledger.sqlite-wal'].map(
        async (file) => (await stat(join(directory, file))).mode & 0o777,
      ),
    );
    await ledger.close();
    expect(modes).toEqual([0o600, 0o600]);
  });

  it('closes files to others that were open to them, and the folder of them, and tells', async () => {
    const directory = join(database.directory, 'data');
    const path = (name: string) => join(directory, name);
    const before = await openLedger({ directory, now });
    await before.claim('key');
    const names = ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.sqlite-shm', 'ledger.sqlite.backup'];
    await writeFile(path('ledger.sqlite.backup'), 'a copy');
    for (const name of names) await chmod(path(name), 0o644);
    await chmod(directory, 0o755);
    const told: string[] = [];
    const ledger = await openLedger({ directory, now, warn: (message) => told.push(message) });
    const modes = await Promise.all(names.map(async (name) => (await stat(path(name))).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect(told.toSorted()).toEqual(
      [
        `Others on this machine could read ${directory} (mode 755). It is closed to them now.`,
        ...names.map(
          (name) => `Others on this machine could read ${path(name)} (mode 644). It is closed to them now.`,
        ),
      ].toSorted(),
    );
    await Promise.all([before.close(), ledger.close()]);
  });

  it('leaves a folder open in which other things stand, and tells how to close it', async () => {
    const directory = join(database.directory, 'shared');
    await mkdir(directory);
    await writeFile(join(directory, 'notes.txt'), '');
    await chmod(directory, 0o755);
    const told: string[] = [];
    const ledger = await openLedger({ directory, now, warn: (message) => told.push(message) });
    await ledger.close();
    expect((await stat(directory)).mode & 0o777).toBe(0o755);
    expect(told).toEqual([
      `Others on this machine may look into ${directory} (mode 755). Close it to them: chmod 700 ${directory}`,
    ]);
    expect((await stat(join(directory, 'ledger.sqlite'))).mode & 0o777).toBe(0o600);
  });

  it('closes no folder in which anybody may write', async () => {
    const directory = join(database.directory, 'anybody');
    await mkdir(directory);
    await chmod(directory, 0o1777);
    const told: string[] = [];
    const ledger = await openLedger({ directory, now, warn: (message) => told.push(message) });
    await ledger.close();
    expect((await stat(directory)).mode & 0o777).toBe(0o777);
    expect(told).toHaveLength(1);
  });

  it('says that a file stands where the folder should be', async () => {
    const directory = join(database.directory, 'taken');
    await writeFile(directory, '');
    expect(await failureOf(openLedger({ directory, now }))).toBe(
      `The ledger ${directory}/ledger.sqlite cannot be opened: a file stands where the folder should be. ` +
        'Move it, or give FACTDESK_DATA another folder.',
    );
  });

  it('says that the user may not write there', async () => {
    // Root may write everywhere but in the kernel's own folders.
    const closed = process.getuid?.() === 0 ? '/sys' : database.directory;
    if (closed === database.directory) await chmod(closed, 0o500);
    const message = await failureOf(openLedger({ directory: join(closed, 'factdesk'), now }));
    if (closed === database.directory) await chmod(closed, 0o700);
    expect(message).toContain(
      'this user may not write there. Give FACTDESK_DATA a folder that can be written',
    );
  });

  it('says that a folder bears the name of the file', async () => {
    await mkdir(join(database.directory, 'ledger.sqlite'));
    const message = await failureOf(openLedger({ directory: database.directory, now }));
    expect(message).toContain('a folder bears that name. Move it');
  });

  it('says that a file is damaged, and leaves it as it is', async () => {
    const file = join(database.directory, 'ledger.sqlite');
    await writeFile(file, 'no database at all. '.repeat(500));
    const message = await failureOf(openLedger({ directory: database.directory, now }));
    expect(message).toContain(
      'the file is damaged or no SQLite database. Move it away to begin a new ledger',
    );
    expect(await readFile(file, 'utf8')).toBe('no database at all. '.repeat(500));
  });
});

describe('a PostgreSQL ledger that cannot be opened', () => {
  const now = () => new Date('2026-03-02T09:00:00.000Z');
  const open = (databaseUrl: string) => openLedger({ databaseUrl, directory: '/nowhere', now });

  it.each([
    'not an address, s3cret',
    'mysql://desk:s3cret@127.0.0.1/ledger',
    'postgres//desk:s3cret@host',
    '',
  ])('says what an address must look like instead of repeating a wrong one: %s', async (address) => {
    const message = await failureOf(open(address));
    expect(message).toContain('It must look like postgres://USER:PASSWORD@HOST:5432/DATABASE');
    expect(message).not.toContain('s3cret');
  });

  it('says that no server answers, where, and never the password', async () => {
    const message = await failureOf(open('postgres://desk:s3cret@127.0.0.1:1/ledger'));
    expect(message).toBe(
      'The ledger at 127.0.0.1:1/ledger (DATABASE_URL) cannot be opened: no server answers there. ' +
        'Start PostgreSQL, or correct host and port.',
    );
  });

  it('says that there is no such host', async () => {
    const message = await failureOf(open('postgres://desk:s3cret@no-such-host.invalid/ledger'));
    expect(message).toContain('no such host');
    expect(message).not.toContain('s3cret');
  });
});

describe.each(kinds.slice(1))('a server $name', ({ create }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());

  async function failureWith(spoil: (url: URL) => void): Promise<string> {
    const url = new URL(database.databaseUrl ?? '');
    // A server that asks for the password gets the right one; one that does not ask takes any.
    url.password ||= 's3cret';
    spoil(url);
    const { directory, clock } = database;
    const message = await failureOf(openLedger({ databaseUrl: url.href, directory, now: clock.now }));
    expect(message).not.toContain(url.password);
    expect(message).not.toContain(decodeURIComponent(url.password));
    return message;
  }

  it('says that there is no such database', async () => {
    const message = await failureWith((url) => {
      url.pathname = '/no_such_database';
    });
    expect(message).toContain(
      'no_such_database (DATABASE_URL) cannot be opened: there is no such database. Create it',
    );
  });

  it('says that the server refuses the user', async () => {
    const message = await failureWith((url) => {
      url.username = 'no_such_user';
    });
    expect(message).toContain('the server refuses the user. Correct user and password.');
  });

  it('says that there is no schema to write in', async () => {
    const message = await failureWith((url) => {
      url.searchParams.set('options', '-c search_path=no_such_schema');
    });
    expect(message).toContain('there is no schema to write in. Create the schema that search_path names.');
  });

  it('may close its connections: the ledger opens new ones', async () => {
    const name = `factdesk-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const url = new URL(database.databaseUrl ?? '');
    url.searchParams.set('application_name', name);
    const { directory, clock } = database;
    const ledger = await openLedger({ databaseUrl: url.href, directory, now: clock.now });
    expect(await ledger.claim('before')).toBe(true);
    const closing = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`;
    await run(url.href.replace(name, 'factdesk-test'), closing);
    expect(await vi.waitFor(() => ledger.claim('before'))).toBe(false);
    await ledger.close();
  });
});
