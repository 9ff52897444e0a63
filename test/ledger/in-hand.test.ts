import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const LONG_AGO = new Date(0);

describe.each(await databaseKinds())('what is in hand $name', (kind) => {
  const it = ledgerTest(kind);

  it('hands no question to another copy as long as it is kept in hand, and then to one', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    for (let kept = 0; kept < 3; kept += 1) {
      database.clock.pass({ seconds: 50 });
      await ledger.keepInHand([questionId]);
      expect(await other.takeUnanswered(LONG_AGO)).toEqual([]);
    }
    database.clock.pass({ seconds: 60 });
    expect(await other.takeUnanswered(LONG_AGO)).toMatchObject([{ id: questionId }]);
    expect(await ledger.takeUnanswered(LONG_AGO)).toEqual([]);
  });

  it('lets nobody resume work that is kept in hand, and anybody what is not', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    await ledger.begin('post:1');
    await ledger.begin('post:2');
    database.clock.pass({ seconds: 50 });
    await ledger.keepInHand(['post:1', 'never begun']);
    database.clock.pass({ seconds: 50 });
    expect(await other.begin('post:1')).toBe('in-hand');
    expect(await other.begin('post:2')).toBe('resumed');
    expect(await other.begin('never begun')).toBe('begun');
  });

  it('keeps more than a statement takes', async ({ database, ledger }) => {
    const keys = Array.from({ length: 450 }, (_, number) => `post:${number}`);
    for (const key of keys) await ledger.begin(key);
    database.clock.pass({ seconds: 50 });
    await ledger.keepInHand(keys);
    database.clock.pass({ seconds: 50 });
    expect(await ledger.begin('post:449')).toBe('in-hand');
  });
});
