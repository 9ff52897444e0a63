import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { inTurn, type Job, type Ledger } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

const JOB: Job = 'recalls';

describe.each(await databaseKinds())('jobs that one copy of the bot does at a time, $name', (kind) => {
  const it = ledgerTest(kind);

  it('are had by one of many who ask at once, and by the next when they are done', async ({ database }) => {
    const copies = await Promise.all(Array.from({ length: 5 }, () => database.open()));
    const took = await Promise.all(copies.map((ledger, at) => ledger.takeJob(JOB, `copy ${at}`)));
    expect(took.filter(Boolean)).toHaveLength(1);
    const first = took.indexOf(true);
    const [one, other] = [copies[first], copies[(first + 1) % 5]] as [Ledger, Ledger];
    expect(await other.takeJob('pruning', 'other')).toBe(true);
    await other.endJob(JOB, 'other');
    expect(await other.takeJob(JOB, 'other')).toBe(false);
    await one.endJob(JOB, `copy ${first}`);
    expect(await other.takeJob(JOB, 'other')).toBe(true);
  });

  it('are had by the next half a minute after their copy was last heard of', async ({ database, ledger }) => {
    const other = await database.open();
    expect(await ledger.takeJob(JOB, 'one')).toBe(true);
    database.clock.pass({ seconds: 20 });
    await ledger.keepJob(JOB, 'one');
    database.clock.pass({ seconds: 29 });
    expect(await other.takeJob(JOB, 'other')).toBe(false);
    database.clock.pass({ seconds: 1 });
    expect(await other.takeJob(JOB, 'other')).toBe(true);
    expect(await ledger.takeJob(JOB, 'one')).toBe(false);
    await ledger.keepJob(JOB, 'one');
    await ledger.endJob(JOB, 'one');
    expect(await ledger.takeJob(JOB, 'one')).toBe(false);
  });

  it('stay ended when a word of their copy comes late', async ({ database, ledger }) => {
    const other = await database.open();
    await ledger.takeJob(JOB, 'one');
    await ledger.endJob(JOB, 'one');
    await ledger.keepJob(JOB, 'one');
    expect(await other.takeJob(JOB, 'other')).toBe(true);
  });

  it('are not kept for days by a clock that was wrong', async ({ database, ledger }) => {
    const wrong = await database.open(() => new Date(database.clock.now().getTime() + 86_400_000));
    expect(await wrong.takeJob(JOB, 'one')).toBe(true);
    expect(await ledger.takeJob(JOB, 'other')).toBe(true);
  });

  it('are done one after the other, each once, also where one fails', async ({ database }) => {
    const copies = await Promise.all(Array.from({ length: 3 }, () => database.open()));
    let [atWork, most, done] = [0, 0, 0];
    const { signal: stopping } = new AbortController();
    const work = async (isFailing: boolean) => {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(50);
      atWork -= 1;
      done += 1;
      if (isFailing) throw new Error('It does not work.');
    };
    const ended = await Promise.allSettled(
      copies.map((ledger, at) => inTurn({ job: JOB, ledger, stopping }, () => work(at === 1))),
    );
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect({ most, done }).toEqual({ most: 1, done: 3 });
  });

  it('stay with whoever is at work for longer than half a minute', async ({ database }) => {
    const times = { at: Date.now() };
    const now = () => new Date(times.at);
    const [ledger, other] = [await database.open(now), await database.open(now)];
    const { signal: stopping } = new AbortController();
    let [begin, end] = [() => {}, () => {}];
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const work = new Promise<void>((resolve) => {
      end = resolve;
    });
    const working = inTurn({ job: JOB, ledger, stopping }, () => {
      begin();
      return work;
    });
    await begun;
    times.at += 25_000;
    // It says every five seconds that it is still there.
    await sleep(5_500);
    times.at += 25_000;
    expect(await other.takeJob(JOB, 'other')).toBe(false);
    end();
    await working;
    expect(await other.takeJob(JOB, 'other')).toBe(true);
  });

  it('are not waited for once the bot is to stop', async ({ database, ledger }) => {
    const other = await database.open();
    await other.takeJob(JOB, 'other');
    const ending = new AbortController();
    let done = 0;
    const waiting = inTurn({ job: JOB, ledger, stopping: ending.signal }, async () => {
      done += 1;
    });
    ending.abort();
    await waiting;
    await other.endJob(JOB, 'other');
    expect(done).toBe(0);
    expect(await other.takeJob(JOB, 'again')).toBe(true);
  });
});
