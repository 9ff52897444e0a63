import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const THREAD = '1700000000.000100';

describe.each(await databaseKinds())('replies $name', (kind) => {
  const it = ledgerTest(kind);

  it('gives what was asked in one thread of one channel, by anybody, newest first', async ({
    database,
    ledger,
  }) => {
    const ask = async (differing: Parameters<typeof newQuestion>[0]) => {
      database.clock.pass({ seconds: 1 });
      return (await ledger.acceptQuestion(newQuestion({ thread: THREAD, ...differing }))).questionId;
    };
    const first = await ask({});
    await ask({ channel: 'C2' });
    await ask({ thread: null });
    const last = await ask({ askedBy: 'UGRACE' });
    const asked = await ledger.questionsIn({ channel: 'C1', thread: THREAD });
    expect(asked.map(({ id }) => id)).toEqual([last, first]);
    expect(await ledger.questionsIn({ channel: 'C1', thread: THREAD }, 1)).toHaveLength(1);
  });

  it('knows by its message a reply that everybody sees, with what that message shows', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: TWO_FACTS });
    await ledger.recordDelivery(reply(questionId, { messageTs: '1.1' }));
    const facts = TWO_FACTS.slice(0, 1);
    await ledger.recordDelivery(reply(questionId, { messageTs: '2.2', seenBy: null, sentBy: 'UADA', facts }));
    const shared = await ledger.questionOfMessage({ channel: 'C1', thread: '2.2' });
    expect(shared).toMatchObject({ id: questionId, quoted: facts });
    expect(await ledger.questionOfMessage({ channel: 'C1', thread: '1.1' })).toBeUndefined();
    expect(await ledger.questionOfMessage({ channel: 'C2', thread: '2.2' })).toBeUndefined();
  });

  it('tells which close match a person chose, the last choice first', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    for (const { factId } of TWO_FACTS) {
      database.clock.pass({ seconds: 1 });
      await ledger.recordChoice({ questionId, factId, chosenBy: 'UADA' });
    }
    const chosen = TWO_FACTS.map(({ factId }) => factId);
    expect(await ledger.chosenBy('UADA', questionId)).toEqual(chosen.toReversed());
    expect(await ledger.chosenBy('UGRACE', questionId)).toEqual([]);
  });
});
