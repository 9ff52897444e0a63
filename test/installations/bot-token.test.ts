import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createBotToken,
  createInstallations,
  createKeyRing,
  type Grant,
  type RefreshedToken,
} from '../../src/installations/index.ts';
import { type DatabaseKind, databaseKinds } from '../ledger/test-databases.ts';
import { grantOf, newKey } from './sample-grant.ts';

const HOUR = 60 * 60;

/** Copies of the bot on one database, and Slack, which takes each refresh token once. */
async function openCopies(kind: DatabaseKind, grant: Partial<Grant>, copies = 1) {
  const database = await kind.create();
  onTestFinished(() => database.remove());
  const seconds = () => database.clock.now().getTime() / 1_000;
  const keys = createKeyRing(newKey());
  const asked: string[] = [];
  let answer = async (): Promise<RefreshedToken> => ({
    token: `xoxb-${asked.length}`,
    refreshToken: `xoxe-${asked.length}`,
    expiresAt: seconds() + 12 * HOUR,
  });
  const reported: unknown[] = [];
  const open = async () => {
    const ledger = await database.open();
    const installations = createInstallations(ledger, keys);
    if ((await installations.of('T0AAA')) === undefined) await installations.keep(grantOf(grant));
    const first = await installations.of('T0AAA');
    if (first === undefined) throw new Error('Nothing was kept.');
    const token = createBotToken(first, {
      installations,
      async refresh(refreshToken) {
        asked.push(refreshToken);
        return answer();
      },
      now: database.clock.now,
      wait: sleep,
      report: (error) => reported.push(error),
    });
    return { token, installations, ledger };
  };
  const opened = [await open()];
  for (let copy = 1; copy < copies; copy += 1) opened.push(await open());
  const [first] = opened;
  if (first === undefined) throw new Error('No copy was opened.');
  const setAnswer = (next: typeof answer) => {
    answer = next;
  };
  return { ...first, copies: opened, database, asked, reported, seconds, setAnswer, open };
}

describe.each(await databaseKinds())('the token of a workspace $name', (kind) => {
  const start = Date.parse('2026-03-02T09:00:00.000Z') / 1_000;

  it('is used as it is where it does not rotate, and while it is good for longer than half an hour', async () => {
    const still = await openCopies(kind, { token: 'xoxb-still' });
    still.database.clock.pass({ days: 400 });
    expect(await still.token.current()).toBe('xoxb-still');
    const rotating = await openCopies(kind, { refreshToken: 'xoxe-0', expiresAt: start + 12 * HOUR });
    rotating.database.clock.pass({ minutes: 11 * 60 + 29 });
    expect(await rotating.token.current()).toBe('xoxb-secret');
    expect([...still.asked, ...rotating.asked]).toEqual([]);
  });

  it('is refreshed once for 100 calls at a time of two copies, half an hour before it ends', async () => {
    const { copies, database, asked, setAnswer, seconds } = await openCopies(
      kind,
      { refreshToken: 'xoxe-0', expiresAt: start + 12 * HOUR },
      2,
    );
    setAnswer(async () => {
      await sleep(300);
      return { token: 'xoxb-next', refreshToken: 'xoxe-next', expiresAt: seconds() + 12 * HOUR };
    });
    database.clock.pass({ minutes: 11 * 60 + 31 });
    const calls = Array.from({ length: 50 }, () => copies.map(({ token }) => token.current())).flat();
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['xoxb-next']));
    expect(asked).toEqual(['xoxe-0']);
    expect((await copies[1]?.installations.of('T0AAA'))?.grant.refreshToken).toBe('xoxe-next');
    database.clock.pass({ minutes: 11 * 60 + 31 });
    await Promise.all(copies.map(({ token }) => token.current()));
    expect(asked).toEqual(['xoxe-0', 'xoxe-next']);
  });

  it('is the one of before where Slack is away, is not asked for again at once, and is told of', async () => {
    const { token, asked, reported, setAnswer, database } = await openCopies(kind, {
      ...{ refreshToken: 'xoxe-0', expiresAt: start + HOUR },
    });
    setAnswer(async () => {
      throw new Error('Slack is away.');
    });
    database.clock.pass({ minutes: 40 });
    for (let call = 0; call < 5; call += 1) expect(await token.current()).toBe('xoxb-secret');
    expect(asked).toHaveLength(1);
    expect(reported).toHaveLength(1);
    setAnswer(async () => ({ token: 'xoxb-next', refreshToken: 'xoxe-1', expiresAt: start + 24 * HOUR }));
    database.clock.pass({ minutes: 2 });
    expect(await token.current()).toBe('xoxb-next');
  });

  it('is refreshed by another copy when the first was killed in the middle', async () => {
    const { token, installations, asked, database } = await openCopies(kind, {
      ...{ refreshToken: 'xoxe-0', expiresAt: start + HOUR },
    });
    const held = await installations.of('T0AAA');
    expect(held && (await installations.claimRefresh(held))).toBeDefined();
    database.clock.pass({ minutes: 40 });
    expect(await token.current()).toBe('xoxb-1');
    expect(asked).toEqual(['xoxe-0']);
  });

  it('is another one when Slack refuses it: refreshed, or of a new installation, once', async () => {
    const { token, asked, installations, database } = await openCopies(kind, {
      ...{ refreshToken: 'xoxe-0', expiresAt: start + 12 * HOUR },
    });
    expect(await token.insteadOf('xoxb-secret')).toBe('xoxb-1');
    expect(await token.insteadOf('xoxb-secret')).toBe('xoxb-1');
    expect(await token.insteadOf('xoxb-1')).toBeUndefined();
    expect(asked).toEqual(['xoxe-0']);
    await installations.keep(grantOf({ token: 'xoxb-anew' }));
    database.clock.pass({ minutes: 2 });
    expect(await token.insteadOf('xoxb-1')).toBe('xoxb-anew');
    database.clock.pass({ minutes: 2 });
    expect(await token.insteadOf('xoxb-anew')).toBeUndefined();
    expect(asked).toEqual(['xoxe-0']);
  });

  it('stays as long as it is good while the database is away', async () => {
    const { token, ledger, database, reported } = await openCopies(kind, {
      ...{ refreshToken: 'xoxe-0', expiresAt: start + HOUR },
    });
    database.clock.pass({ minutes: 40 });
    await ledger.close();
    expect(await token.current()).toBe('xoxb-secret');
    expect(reported).toHaveLength(1);
  });
});
