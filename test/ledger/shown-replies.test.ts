import { describe, expect } from 'vitest';
import type { Ledger, ShownFact } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { LATER_MINES, MINES, newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const WORDS = 'How many civilians have land mines killed?';

describe.each(await databaseKinds())('a reply as it was shown, in $name', (kind) => {
  const it = ledgerTest(kind);

  async function askAloud(ledger: Ledger, messageTs: string, facts: readonly ShownFact[]): Promise<string> {
    const asked = newQuestion({ eventKey: `C1:${messageTs}1`, isPrivate: false, words: WORDS });
    const { questionId } = await ledger.acceptQuestion(asked);
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: facts });
    await ledger.recordDelivery(reply(questionId, { facts, messageTs, seenBy: null }));
    return questionId;
  }

  const isAsked = (words: string) => words === WORDS;

  it('is found by its message, with its facts in their order and their words', async ({ ledger }) => {
    const [other] = TWO_FACTS.slice(1);
    const questionId = await askAloud(ledger, '1.1', [MINES, ...(other ? [other] : [])]);
    expect(await ledger.repliesIn({ channel: 'C1', ts: '1.1' })).toEqual([
      {
        questionId,
        question: WORDS,
        outcome: 'answer',
        kind: 'reply',
        isPrivate: false,
        isChange: false,
        person: 'UADA',
        channel: 'C1',
        messageTs: '1.1',
        shownAt: new Date('2026-03-02T09:00:00.000Z'),
        frame: null,
        facts: [
          { factId: MINES.factId, factHash: 'version-1', words: MINES.words },
          { factId: 'monitor-casualties-2023', factHash: 'version-7', words: null },
        ],
      },
    ]);
    expect(await ledger.repliesIn({ channel: 'C2', ts: '1.1' })).toEqual([]);
  });

  it('is each message with its own lines, as long as they are kept, and a share has none', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA' }));
    const frames = [
      ['You asked: …', '1.', 0],
      ['2. Of 2023.', 1],
    ];
    const quoted = [MINES, ...TWO_FACTS.slice(1)];
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted, frames });
    const page = (at: number, messageTs: string) =>
      reply(questionId, { facts: quoted.slice(at, at + 1), messageTs });
    await ledger.recordDelivery(page(0, '1.1'), page(1, '1.2'));
    database.clock.pass({ minutes: 1 });
    const shared = { kind: 'share', messageTs: '1.3', seenBy: null, sentBy: 'UADA' } as const;
    await ledger.recordDelivery(reply(questionId, { ...shared, facts: [MINES] }));
    const framesIn = async (ts: string, withPrivate = true) =>
      (await ledger.repliesIn({ channel: 'C1', ts }, { withPrivate })).map(({ frame }) => frame);
    expect(await framesIn('1.1')).toEqual([['You asked: …', '1.', 0]]);
    expect(await framesIn('1.2')).toEqual([['2. Of 2023.', 0]]);
    expect(await framesIn('1.2', false)).toEqual([null]);
    expect(await framesIn('1.3')).toEqual([null]);
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted, frames: [['Anew.', 0, 1]] });
    expect(await framesIn('1.1')).toEqual([null]);
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    expect(await framesIn('1.2')).toEqual([null]);
  });

  it('is two where its message was changed to a newer version', async ({ database, ledger }) => {
    const questionId = await askAloud(ledger, '1.1', [MINES]);
    database.clock.pass({ minutes: 5 });
    await ledger.recordDelivery(reply(questionId, { facts: [LATER_MINES], messageTs: '1.1', seenBy: null }));
    const replies = await ledger.repliesIn({ channel: 'C1', ts: '1.1' });
    expect(replies.map(({ facts }) => facts[0]?.words?.text)).toEqual([
      'Mines have killed 407 civilians.',
      'Mines have killed 408 civilians.',
    ]);
  });

  it('is found by the message that asked, also where nothing was on file', async ({ ledger }) => {
    await askAloud(ledger, '1.1', [MINES]);
    expect(await ledger.repliesIn({ channel: 'C1', ts: '1.11' })).toMatchObject([{ messageTs: '1.1' }]);
    const asked = newQuestion({ eventKey: 'C1:5.5', isPrivate: false });
    const { questionId } = await ledger.acceptQuestion(asked);
    expect(await ledger.repliesIn({ channel: 'C1', ts: '5.5' })).toEqual([]);
    await ledger.recordAnswer(questionId, { outcome: 'none', quoted: [] });
    await ledger.recordDelivery(reply(questionId, { facts: [], messageTs: '5.6', seenBy: null }));
    expect(await ledger.repliesIn({ channel: 'C1', ts: '5.5' })).toMatchObject([
      { outcome: 'none', facts: [], kind: null },
    ]);
  });

  it('is the last one by a time to a question in the words, however many others there are', async ({
    database,
    ledger,
  }) => {
    const start = database.clock.now();
    await askAloud(ledger, '1.1', [MINES]);
    database.clock.pass({ minutes: 1 });
    const others = Array.from({ length: 505 }, () => newQuestion({ isPrivate: false, words: 'Other?' }));
    for (const other of others) {
      const { questionId } = await ledger.acceptQuestion(other);
      await ledger.recordDelivery(reply(questionId, { facts: [] }));
    }
    const by = async (at: Date) =>
      (await ledger.repliesBy({ at, isAsked })).map(({ messageTs }) => messageTs);
    expect(await by(database.clock.now())).toEqual(['1.1']);
    database.clock.pass({ minutes: 1 });
    await askAloud(ledger, '2.2', [LATER_MINES]);
    expect(await by(database.clock.now())).toEqual(['2.2']);
    expect(await by(start)).toEqual(['1.1']);
    expect(await by(new Date(start.getTime() - 1))).toEqual([]);
  });

  it('of a private question is told without words, person and place, and is not found by words', async ({
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words: WORDS }));
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [MINES] });
    await ledger.recordDelivery(reply(questionId, { facts: [MINES], messageTs: '1.1' }));
    const message = { channel: 'C1', ts: '1.1' };
    expect(await ledger.repliesIn(message)).toMatchObject([
      { question: null, person: null, channel: null, messageTs: null, facts: [{ words: MINES.words }] },
    ]);
    const all = { withPrivate: true };
    expect(await ledger.repliesIn(message, all)).toMatchObject([{ question: WORDS, person: 'UADA' }]);
    const at = new Date('2026-03-02T10:00:00.000Z');
    expect(await ledger.repliesBy({ at, isAsked })).toEqual([]);
    expect(await ledger.repliesBy({ at, isAsked }, all)).toHaveLength(1);
  });

  it('keeps what it showed when the words of its question are forgotten, and goes with its person', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words: WORDS }));
    await ledger.recordDelivery(reply(questionId, { facts: [MINES], messageTs: '1.1' }));
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    const message = { channel: 'C1', ts: '1.1' };
    expect(await ledger.repliesIn(message, { withPrivate: true })).toMatchObject([
      { question: null, person: 'UADA', facts: [{ words: MINES.words }] },
    ]);
    await ledger.erasePerson('UADA');
    expect(await ledger.repliesIn(message, { withPrivate: true })).toEqual([]);
  });
});
