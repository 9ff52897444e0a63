import { describe, expect } from 'vitest';
import type { NewFeedback } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

const OUT_OF_DATE: NewFeedback = {
  deliveryKey: 'view-1',
  questionId: 'question-1',
  fact: { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
  givenBy: 'UADA',
  verdict: 'out-of-date',
  line: 'The monitor has 2025 figures.',
};

describe.each(await databaseKinds())('feedback $name', (kind) => {
  const it = ledgerTest(kind);
  it('shows the desk what is not right, with the version of the fact that was shown', async ({ ledger }) => {
    await ledger.recordFeedback(OUT_OF_DATE);
    expect(await ledger.complaints()).toMatchObject([
      {
        questionId: 'question-1',
        fact: { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
        givenBy: 'UADA',
        reason: 'out-of-date',
        line: 'The monitor has 2025 figures.',
        givenAt: new Date('2026-03-02T09:00:00.000Z'),
      },
    ]);
  });

  it('takes a redelivered complaint for the one it has', async ({ database, ledger }) => {
    const other = await database.open();
    const results = await Promise.all([
      ledger.recordFeedback(OUT_OF_DATE),
      other.recordFeedback(OUT_OF_DATE),
    ]);
    expect(results.toSorted()).toEqual(['recorded', 'repeated']);
    expect(await ledger.complaints()).toHaveLength(1);
  });

  it('lists complaints newest first, as many as asked for, and no praise among them', async ({
    database,
    ledger,
  }) => {
    for (const [turn, verdict] of (['wrong-fact', 'helpful', 'badly-worded', 'other'] as const).entries()) {
      await ledger.recordFeedback({
        ...OUT_OF_DATE,
        deliveryKey: `view-${turn}`,
        verdict,
        fact: null,
        line: null,
      });
      database.clock.pass({ seconds: 1 });
    }
    const complaints = await ledger.complaints(2);
    expect(complaints.map(({ reason }) => reason)).toEqual(['other', 'badly-worded']);
    expect(complaints[0]).toMatchObject({ fact: null, line: null });
  });
});
