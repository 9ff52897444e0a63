import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { LATER_MINES, MINES, newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('what somebody got, in $name', (kind) => {
  const it = ledgerTest(kind);
  const since = (moment: string) => ({ since: new Date(moment), limit: 100 });

  it('is each version once, the last first, as it was shown, and of nobody else', async ({
    ledger,
    database: { clock },
  }) => {
    const ada = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(ada.questionId, { facts: [MINES] }));
    clock.pass({ days: 2 });
    await ledger.recordDelivery(reply(ada.questionId, { facts: [LATER_MINES], messageTs: '2.2' }));
    clock.pass({ minutes: 5 });
    const shared = { kind: 'share', messageTs: '3.3', seenBy: null, sentBy: 'UADA' } as const;
    await ledger.recordDelivery(reply(ada.questionId, { ...shared, facts: [MINES] }));
    const bob = await ledger.acceptQuestion(newQuestion({ askedBy: 'UBOB' }));
    await ledger.recordDelivery(reply(bob.questionId, { person: 'UBOB', seenBy: 'UBOB' }));
    const { newest, total } = await ledger.factsReceivedBy('UADA', since('2026-03-01T00:00:00Z'));
    expect(total).toBe(2);
    expect(newest).toMatchObject([
      { factHash: 'version-1', words: MINES.words, receivedAt: new Date('2026-03-04T09:05:00.000Z') },
      { factHash: 'version-2', words: LATER_MINES.words, receivedAt: new Date('2026-03-04T09:00:00.000Z') },
    ]);
    const few = await ledger.factsReceivedBy('UADA', { ...since('2026-03-01T00:00:00Z'), limit: 1 });
    expect([few.newest.length, few.total]).toEqual([1, 2]);
    const late = await ledger.factsReceivedBy('UADA', since('2026-03-04T09:01:00Z'));
    expect(late.newest.map(({ factHash }) => factHash)).toEqual(['version-1']);
    expect((await ledger.factsReceivedBy('UADA', since('2026-03-05T00:00:00Z'))).total).toBe(0);
  });

  it('is found again by its delivery, by whoever got it alone', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId, { facts: [MINES, ...TWO_FACTS.slice(1)] }));
    const { newest } = await ledger.factsReceivedBy('UADA', since('2026-03-01T00:00:00Z'));
    const ids = newest.map(({ deliveryId }) => deliveryId);
    expect(await ledger.factsReceivedIn('UADA', ids.slice(0, 1))).toEqual(newest.slice(0, 1));
    expect(await ledger.factsReceivedIn('UADA', ids)).toEqual(newest);
    expect(newest.map(({ words }) => words?.text)).toEqual([undefined, MINES.words.text]);
    expect(await ledger.factsReceivedIn('UBOB', ids)).toEqual([]);
    expect(await ledger.factsReceivedIn('UADA', [])).toEqual([]);
    await ledger.erasePerson('UADA');
    expect(await ledger.factsReceivedIn('UADA', ids)).toEqual([]);
  });
});
