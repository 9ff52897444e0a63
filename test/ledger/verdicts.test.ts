import { describe, expect } from 'vitest';
import type { DecidedAnswer, Ledger, ReportReason } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const [FIRST, SECOND] = TWO_FACTS as [(typeof TWO_FACTS)[number], (typeof TWO_FACTS)[number]];
const QUOTED = [
  { ...FIRST, confidence: 0.8125 },
  { ...SECOND, confidence: 0.25 },
];

let asked = 0;

async function askFor(ledger: Ledger, outcome: DecidedAnswer['outcome'], words = `question ${++asked}`) {
  const { questionId } = await ledger.acceptQuestion(newQuestion({ words }));
  await ledger.recordAnswer(questionId, { outcome, quoted: QUOTED, decision: 'weights' });
  const judged = { questionId, givenBy: 'UADA' };
  return {
    questionId,
    helped: () => ledger.recordHelpful({ ...judged, eventKey: `up ${questionId}`, fact: null }),
    isNotRight: (reason: ReportReason, fact: typeof FIRST | null = FIRST) =>
      ledger.recordReport({ ...judged, eventKey: `not right ${questionId}`, fact, reason, line: null }),
    chose: (factId: string) => ledger.recordChoice({ questionId, factId, chosenBy: 'UADA' }),
  };
}

describe.each(await databaseKinds())('verdicts $name', (kind) => {
  const it = ledgerTest(kind);

  it('tell of what was quoted first whether it answers, and what was claimed of it', async ({ ledger }) => {
    const right = await askFor(ledger, 'answer', 'right?');
    await right.helped();
    const wrong = await askFor(ledger, 'answer', 'wrong?');
    await wrong.isNotRight('wrong-fact');
    const chosen = await askFor(ledger, 'choices', 'which?');
    await chosen.chose(SECOND.factId);
    const first = { ...FIRST, confidence: 0.8125 };
    const verdicts = await ledger.verdicts();
    expect(verdicts).toHaveLength(3);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        {
          ...{ questionId: right.questionId, words: 'right?', fact: FIRST, answers: true },
          ...{ first, wasAnswer: true, decision: 'weights' },
        },
        {
          ...{ questionId: wrong.questionId, words: 'wrong?', fact: FIRST, answers: false },
          ...{ first, wasAnswer: true, decision: 'weights' },
        },
        {
          ...{ questionId: chosen.questionId, words: 'which?', answers: true },
          fact: expect.objectContaining({ factId: SECOND.factId }),
          ...{ first, wasAnswer: false, decision: 'weights' },
        },
      ]),
    );
  });

  it('keep what was claimed when the words are forgotten', async ({ database, ledger }) => {
    const { helped } = await askFor(ledger, 'answer', 'between us?');
    await helped();
    database.clock.pass({ seconds: 3 * 24 * 60 * 60 });
    await ledger.forgetOldWords(2);
    expect(await ledger.verdicts()).toMatchObject([
      { words: null, first: { factId: FIRST.factId, confidence: 0.8125 }, decision: 'weights' },
    ]);
  });

  it('that somebody changes count once, as they were last', async ({ database, ledger }) => {
    const { helped, isNotRight } = await askFor(ledger, 'answer');
    await helped();
    database.clock.pass({ seconds: 1 });
    await isNotRight('other');
    expect((await ledger.verdicts()).map(({ answers }) => answers)).toEqual([false]);
  });

  it('count sure answers, and of those the ones said to be wrong', async ({ database, ledger }) => {
    await (await askFor(ledger, 'answer')).isNotRight('wrong-fact');
    expect(await ledger.sureAnswers()).toEqual({ given: 1, reported: 1 });
    database.clock.pass({ seconds: 10 });
    const since = database.clock.now().toISOString();
    await (await askFor(ledger, 'answer')).isNotRight('other', null);
    await (await askFor(ledger, 'answer')).isNotRight('out-of-date');
    await (await askFor(ledger, 'answer')).isNotRight('wrong-fact', SECOND);
    await (await askFor(ledger, 'answer')).helped();
    await (await askFor(ledger, 'choices')).isNotRight('wrong-fact');
    expect(await ledger.sureAnswers(since)).toEqual({ given: 4, reported: 1 });
    expect((await ledger.counts()).sureAnswers).toEqual({ given: 5, reported: 2 });
  });

  it('are told to the desk once, for ever', async ({ database, ledger }) => {
    expect(await ledger.wasTold('news')).toBe(false);
    await ledger.recordTold('news');
    await ledger.recordTold('news');
    database.clock.pass({ seconds: 30 * 24 * 60 * 60 });
    await ledger.pruneClaims();
    expect(await ledger.wasTold('news')).toBe(true);
  });
});
