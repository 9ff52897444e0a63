import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

const FACT = { factId: 'berths', factHash: 'version-1' };
const CHANGED = { factId: 'berths', factHash: 'version-2' };

describe.each(await databaseKinds())('what the desk said of facts $name', (kind) => {
  const it = ledgerTest(kind);

  it('is known at once, the last of each fact, and to other copies of the bot once they look', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    await ledger.recordStillTrue({ eventKey: 'one', fact: FACT, by: 'UADA' });
    database.clock.pass({ days: 1 });
    await ledger.recordStillTrue({ eventKey: 'two', fact: CHANGED, by: 'UBOB' });
    const put = { fact: CHANGED, by: 'UBOB', reason: 'The port answers on Monday.', until: '2026-03-10' };
    await ledger.recordSnooze({ ...put, eventKey: 'three' });
    const check = { fact: CHANGED, by: 'UBOB', on: '2026-03-03' };
    expect(ledger.knownCheck('berths')).toEqual(check);
    expect(ledger.knownSnooze('berths')).toEqual({ ...check, reason: put.reason, until: put.until });
    expect(ledger.knownCheck('ferries')).toBeUndefined();
    expect(other.knownCheck('berths')).toBeUndefined();
    await other.readReviews();
    expect(other.knownCheck('berths')).toEqual(check);
    expect((await database.open()).knownCheck('berths')).toEqual(check);
  });

  it('counts once when Slack sends it again, and is exported without whoever was erased', async ({
    database,
    ledger,
  }) => {
    await ledger.recordStillTrue({ eventKey: 'one', fact: FACT, by: 'UADA' });
    database.clock.pass({ days: 1 });
    await ledger.recordStillTrue({ eventKey: 'one', fact: FACT, by: 'UADA' });
    expect(ledger.knownCheck('berths')?.on).toBe('2026-03-02');
    await ledger.erasePerson('UADA');
    const records = [];
    for await (const record of ledger.exportRecords('reviews')) records.push(record);
    expect(records).toEqual([
      expect.objectContaining({ fact_id: 'berths', kind: 'still-true', reviewed_by: null, reason: null }),
    ]);
  });
});
