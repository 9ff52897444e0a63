import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, reply } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const FACT = { factId: 'berths', factHash: 'version-1' };
const OTHER = { factId: 'ferries', factHash: 'version-1' };

describe.each(await databaseKinds())('how far facts went, in $name', (kind) => {
  const it = ledgerTest(kind);

  it('counts every message that showed one, and everybody who is known to have got it once', async ({
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA' }));
    await ledger.recordDelivery(reply(questionId, { facts: [FACT, OTHER] }));
    const shared = { facts: [FACT], messageTs: '1700000002.000100', seenBy: null, person: 'UBOB' };
    await ledger.recordDelivery(reply(questionId, { ...shared, sentBy: 'UBOB' }));
    const again = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA' }));
    const corrected = { facts: [{ ...FACT, factHash: 'version-2' }], messageTs: '1700000003.000100' };
    await ledger.recordDelivery(reply(again.questionId, corrected));
    expect(await ledger.reachOf(['berths', 'ferries', 'unheard-of'])).toEqual(
      new Map([
        ['berths', { copies: 3, people: 2 }],
        ['ferries', { copies: 1, people: 1 }],
      ]),
    );
  });

  it('counts a message once that was changed to a newer version, and nobody who asked and did not get it', async ({
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA', isPrivate: false }));
    const shown = reply(questionId, { facts: [FACT], person: 'UBOB', seenBy: 'UBOB' });
    await ledger.recordDelivery(shown);
    await ledger.recordDelivery({ ...shown, facts: [{ ...FACT, factHash: 'version-2' }] });
    expect(await ledger.reachOf(['berths'])).toEqual(new Map([['berths', { copies: 1, people: 1 }]]));
  });

  it('counts no notice of a recall as a copy', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA' }));
    await ledger.recordDelivery(reply(questionId, { facts: [FACT], person: 'UADA', seenBy: 'UADA' }));
    const to = { ...FACT, factHash: 'version-2' };
    database.clock.pass({ seconds: 1 });
    await ledger.openRecall({ change: 'changed', from: FACT, to });
    await ledger.decideRecall({ number: 1, toHash: to.factHash, verb: 'correct', reason: 'x', by: 'UDESK' });
    const [told] = await ledger.takeRecallRows({ recall: 1, kind: 'person', limit: 1 });
    const notice = { channel: 'DADA', messageTs: '1700000009.000100' };
    await ledger.finishRecallRow(told?.id ?? '', { state: 'done', way: 'told', notice });
    const direct = { kind: 'direct-message', ...notice, person: 'UADA', seenBy: 'UADA' } as const;
    await ledger.recordDelivery(reply(questionId, { ...direct, facts: [to, OTHER] }));
    const one = { copies: 1, people: 1 };
    expect(await ledger.reachOf(['berths', 'ferries'])).toEqual(
      new Map([
        ['berths', one],
        ['ferries', one],
      ]),
    );
  });

  it('counts somebody where a workflow asked, or whoever asked was erased, and no more than that', async ({
    ledger,
  }) => {
    const step = await ledger.acceptQuestion(newQuestion({ askedBy: 'workflow' }));
    await ledger.recordDelivery(
      reply(step.questionId, {
        facts: [FACT],
        ...{ channel: null, messageTs: null, seenBy: null, person: null },
      }),
    );
    const open = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA', isPrivate: false }));
    await ledger.recordDelivery(reply(open.questionId, { facts: [OTHER], seenBy: null }));
    await ledger.erasePerson('UADA');
    const one = { copies: 1, people: 1 };
    expect(await ledger.reachOf(['berths', 'ferries'])).toEqual(
      new Map([
        ['berths', one],
        ['ferries', one],
      ]),
    );
  });

  it('is counted of more facts than one query can name', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId, { facts: [FACT] }));
    const ids = [...Array.from({ length: 1_200 }, (_, at) => `fact-${at}`), 'berths'];
    expect([...(await ledger.reachOf(ids)).keys()]).toEqual(['berths']);
    expect(await ledger.reachOf([])).toEqual(new Map());
  });
});
