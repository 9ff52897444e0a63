import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';

/** A real, empty database of its own, for one test. */
export interface TestDatabase {
  readonly directory: string;
  /** Undefined for SQLite. */
  readonly databaseUrl: string | undefined;
  /** Hours and days pass when the test says so. */
  readonly clock: TestClock;
  /** Another connection, as another copy of the bot would have. @param now defaults to the clock of the database */
  open(now?: () => Date): Promise<Ledger>;
  /** Closes every connection and leaves nothing behind. */
  remove(): Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

export class TestClock {
  #time = Date.parse('2026-03-02T09:00:00.000Z');

  readonly now = (): Date => new Date(this.#time);

  pass({ days = 0, minutes = 0, seconds = 0 }): void {
    this.#time += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
  }
}

/** The server that the tests use. */
export const POSTGRES_URL =
  process.env.FACTDESK_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Both databases; SQLite alone where no PostgreSQL answers outside CI. */
export async function databaseKinds(): Promise<readonly DatabaseKind[]> {
  const sqlite = { name: 'on SQLite', create: () => createTestDatabase(undefined) };
  const postgres = { name: 'on PostgreSQL', create: () => createTestDatabase(POSTGRES_URL) };
  try {
    await run(POSTGRES_URL, 'select 1');
    return [sqlite, postgres];
  } catch (error) {
    if (process.env.CI) {
      throw new Error('No PostgreSQL answers at FACTDESK_TEST_DATABASE_URL.', { cause: error });
    }
    return [sqlite];
  }
}

/** Runs statements on a connection of its own. */
export async function run(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/** An empty database on that server; a SQLite file without one. */
export async function createTestDatabase(serverUrl: string | undefined): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'factdesk-ledger-'));
  const clock = new TestClock();
  const opened: Ledger[] = [];
  const schema = `factdesk_test_${randomBytes(6).toString('hex')}`;
  if (serverUrl !== undefined) await run(serverUrl, `create schema ${schema}`);
  const databaseUrl = serverUrl === undefined ? undefined : inSchema(serverUrl, schema);
  return {
    directory,
    databaseUrl,
    clock,
    async open(now = clock.now) {
      const place = { directory, now, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
      const ledger = await openLedger(place);
      opened.push(ledger);
      return ledger;
    },
    async remove() {
      await Promise.all(opened.map((ledger) => ledger.close()));
      if (serverUrl !== undefined) await run(serverUrl, `drop schema ${schema} cascade`);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A user of a database that is nobody else's, so that a test may take rights from it. */
export interface TestUser {
  readonly name: string;
  /** The database, as this user opens it. */
  readonly databaseUrl: string;
  /** Ends all its connections, as settings of a user hold for new ones alone. */
  cut(): Promise<void>;
  remove(): Promise<void>;
}

/** Whether a PostgreSQL answers on which the tests may make users and end their connections. */
export async function mayMakeUsers(): Promise<boolean> {
  const isSuperuser = 'select 1 / (count(*))::int from pg_roles where rolname = current_user and rolsuper';
  return run(POSTGRES_URL, isSuperuser).then(
    () => true,
    () => false,
  );
}

/** Makes a user that may do in this database what the bot needs. */
export async function createTestUser(databaseUrl: string): Promise<TestUser> {
  const name = `factdesk_test_${randomBytes(6).toString('hex')}`;
  const [, schema = ''] = /search_path=(\w+)/.exec(decodeURIComponent(databaseUrl)) ?? [];
  await run(
    databaseUrl,
    `create role ${name} login password '${name}'; grant all on schema ${schema} to ${name}`,
  );
  const url = Object.assign(new URL(databaseUrl), { username: name, password: name });
  const cut = () =>
    run(databaseUrl, `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${name}'`);
  return {
    name,
    databaseUrl: url.href,
    cut,
    async remove() {
      await cut();
      await run(databaseUrl, `drop owned by ${name}; drop role ${name}`);
    },
  };
}

function inSchema(serverUrl: string, schema: string): string {
  const url = new URL(serverUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}
