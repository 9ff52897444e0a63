import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('claims $name', (kind) => {
  const it = ledgerTest(kind);
  it('lets the first delivery act and no redelivery', async ({ ledger }) => {
    expect(await ledger.claim('press:1')).toBe(true);
    expect(await ledger.claim('press:1')).toBe(false);
    expect(await ledger.claim('press:2')).toBe(true);
  });

  it('remembers over a restart what was claimed', async ({ database, ledger }) => {
    await ledger.claim('press:1');
    await ledger.close();
    const restarted = await database.open();
    expect(await restarted.claim('press:1')).toBe(false);
  });

  it('lets a delivery be tried again once its claim is given back', async ({ ledger }) => {
    await ledger.claim('press:1');
    await ledger.release('press:1');
    expect(await ledger.claim('press:1')).toBe(true);
  });

  it('keeps a claim as long as Slack may send the delivery again, a day, and forgets it after two', async ({
    database,
    ledger,
  }) => {
    await ledger.claim('press:1');
    database.clock.pass({ days: 1 });
    expect(await ledger.pruneClaims()).toBe(0);
    expect(await ledger.claim('press:1')).toBe(false);
    database.clock.pass({ days: 1, seconds: 1 });
    expect(await ledger.pruneClaims()).toBe(1);
  });

  it('forgets old claims when it is opened', async ({ database, ledger }) => {
    await ledger.claim('press:1');
    database.clock.pass({ days: 3 });
    const restarted = await database.open();
    expect(await restarted.pruneClaims()).toBe(0);
  });

  it('gives work that was cut short to one other, and says so, once it was in hand for a minute', async ({
    database,
    ledger,
  }) => {
    expect(await ledger.begin('post:1')).toBe('begun');
    expect(await ledger.begin('post:1')).toBe('in-hand');
    await ledger.close();
    const restarted = await database.open();
    const other = await database.open();
    database.clock.pass({ seconds: 59 });
    expect(await restarted.begin('post:1')).toBe('in-hand');
    database.clock.pass({ seconds: 1 });
    const both = await Promise.all([restarted.begin('post:1'), other.begin('post:1')]);
    expect(both.toSorted()).toEqual(['in-hand', 'resumed']);
    await restarted.finish('post:1');
    database.clock.pass({ minutes: 5 });
    expect(await other.begin('post:1')).toBe('done');
  });

  it('gives work that could not be done anew, as if nobody had tried', async ({ ledger }) => {
    await ledger.begin('post:1');
    await ledger.release('post:1');
    expect(await ledger.begin('post:1')).toBe('begun');
  });

  it('claims keys of any content and length', async ({ ledger }) => {
    const awkward = ['', "'; drop table claims; --", 'key\0end', '\ud83d', 'x'.repeat(100_000)];
    for (const key of awkward) {
      expect(await ledger.claim(key)).toBe(true);
      expect(await ledger.claim(key)).toBe(false);
    }
  });

  it('gives each key to one of two copies of the bot, in whatever order they claim', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    let round = 0;
    const claimsInOrder = fc.array(fc.record({ byOther: fc.boolean(), key: fc.nat(5) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(claimsInOrder, async (claims) => {
        round += 1;
        const results = await Promise.all(
          claims.map(async ({ byOther, key }) => ({
            key,
            claimed: await (byOther ? other : ledger).claim(`${round}:${key}`),
          })),
        );
        const winners = results.filter(({ claimed }) => claimed).map(({ key }) => key);
        expect(winners.toSorted()).toEqual([...new Set(claims.map(({ key }) => key))].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
