import { describe, expect } from 'vitest';
import type { Ledger } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { LATER_MINES, MINES, newQuestion, reply } from './sample-questions.ts';
import { databaseKinds, type TestDatabase } from './test-databases.ts';

describe.each(await databaseKinds())('who was shown a fact, in $name', (kind) => {
  const it = ledgerTest(kind);

  /** Ada asks alone and shares it; a day later Bob asks aloud, and gets the version of that day. */
  async function use(ledger: Ledger, { clock }: TestDatabase): Promise<void> {
    const ada = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(ada.questionId, { facts: [MINES] }));
    const shared = { kind: 'share', messageTs: '2.2', seenBy: null, sentBy: 'UADA' } as const;
    await ledger.recordDelivery(reply(ada.questionId, { ...shared, facts: [MINES] }));
    clock.pass({ days: 1 });
    const aloud = { askedBy: 'UBOB', isPrivate: false, channel: 'C2' };
    const bob = await ledger.acceptQuestion(newQuestion(aloud));
    const inThread = { channel: 'C2', messageTs: '3.3', person: 'UBOB', seenBy: null };
    await ledger.recordDelivery(reply(bob.questionId, { ...inThread, facts: [LATER_MINES] }));
  }

  it('is told newest first, with the version that each got and where it stands', async ({
    database,
    ledger,
  }) => {
    await use(ledger, database);
    const { versions, uses, ...counts } = await ledger.usesOf(MINES.factId);
    expect(counts).toEqual({ total: 3, people: 2, copies: 2 });
    expect(versions).toMatchObject([
      { factHash: 'version-1', words: MINES.words, firstShownAt: new Date('2026-03-02T09:00:00.000Z') },
      { factHash: 'version-2', words: LATER_MINES.words },
    ]);
    expect(uses[0]).toEqual({
      deliveredAt: new Date('2026-03-03T09:00:00.000Z'),
      factHash: 'version-2',
      kind: 'reply',
      isPrivate: false,
      person: 'UBOB',
      channel: 'C2',
      messageTs: '3.3',
      threadTs: null,
    });
    expect((await ledger.usesOf(MINES.factId, { limit: 1 })).uses).toHaveLength(1);
  });

  it('names nobody who asked alone, unless that is wanted; who shared it stands in the channel', async ({
    database,
    ledger,
  }) => {
    await use(ledger, database);
    const named = async (withPrivate: boolean) =>
      (await ledger.usesOf(MINES.factId, { withPrivate })).uses
        .map(({ kind, isPrivate, person, channel }) => [kind, isPrivate, person, channel].join(' '))
        .toSorted();
    expect(await named(false)).toEqual(['reply false UBOB C2', 'reply true  ', 'share false UADA C1']);
    expect(await named(true)).toEqual(['reply false UBOB C2', 'reply true UADA C1', 'share false UADA C1']);
  });

  it('is nobody for a fact that was never shown, nor who was erased', async ({ database, ledger }) => {
    await use(ledger, database);
    expect(await ledger.usesOf('other')).toEqual({ versions: [], uses: [], total: 0, people: 0, copies: 0 });
    await ledger.erasePerson('UADA');
    const { uses, people } = await ledger.usesOf(MINES.factId, { withPrivate: true });
    expect(people).toBe(1);
    expect(uses.map(({ kind, person }) => [kind, person])).toEqual([
      ['reply', 'UBOB'],
      ['share', null],
    ]);
  });

  it('tells of versions that were shown before their words were kept', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const { factId, factHash } = MINES;
    await ledger.recordDelivery(reply(questionId, { facts: [{ factId, factHash }] }));
    expect((await ledger.usesOf(factId)).versions).toMatchObject([{ factHash, words: null }]);
  });
});
