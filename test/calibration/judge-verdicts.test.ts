import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { judgeByVerdicts } from '../../src/calibration/judge-verdicts.ts';
import type { JudgedQuestion } from '../../src/calibration/judged-question.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { factVersion, type Verdict } from '../../src/ledger/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { FARES_QUESTION, FERRY_FARES } from '../ferry-fares.ts';

async function openDesk() {
  const sheets = await createFolder({
    'harbour.md': createSheet(FERRY_FARES, 'title: Harbour report\npublished: 2025-03'),
  });
  const corpus = await loadCorpus({ sheets, archive: [] });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const { quotes } = await desk.ask(FARES_QUESTION);
  const [quote] = quotes;
  if (!quote) throw new Error('Nothing was found.');
  const fact = factVersion(quote);
  const verdict: Verdict = {
    ...{ questionId: 'q', words: FARES_QUESTION, fact, answers: true, first: { ...fact, confidence: 0.75 } },
    ...{ wasAnswer: true, decision: desk.decision },
  };
  const judge = async (differing: Partial<Verdict>) => {
    const judged: JudgedQuestion[] = [];
    for await (const one of judgeByVerdicts(desk, [{ ...verdict, ...differing }])) judged.push(one);
    return judged;
  };
  return { fact, quote, judge };
}

const other = { factId: 'harbour-new-pier', factHash: 'version-1' };

describe('a question that people judged', () => {
  it('is asked again, and its words are not given on', async () => {
    const { fact, quote, judge } = await openDesk();
    const asked = { origin: 'verdict', question: null, factId: fact.factId, confidence: quote.confidence };
    expect(await judge({})).toEqual([{ ...asked, isRight: true, mayAnswer: true }]);
    expect(await judge({ answers: false })).toEqual([{ ...asked, isRight: false, mayAnswer: true }]);
    // Somebody chose another fact than the one that is found first.
    expect(await judge({ fact: other })).toEqual([{ ...asked, isRight: false, mayAnswer: true }]);
  });

  it('counts no longer once the fact that was called wrong was changed, or is not found first any more', async () => {
    const { fact, judge } = await openDesk();
    expect(await judge({ answers: false, fact: { ...fact, factHash: 'as it was' } })).toEqual([]);
    expect(await judge({ answers: false, fact: other })).toEqual([]);
  });

  it('counts as it was claimed where its words are forgotten, as long as the decision is the same', async () => {
    const { fact, judge } = await openDesk();
    expect(await judge({ words: null, answers: false })).toEqual([
      {
        ...{ origin: 'verdict', question: null, factId: fact.factId },
        ...{ isRight: false, confidence: 0.75, mayAnswer: true },
      },
    ]);
    expect(await judge({ words: null, decision: 'older weights' })).toEqual([]);
    expect(await judge({ words: null, first: { ...fact, confidence: null } })).toEqual([]);
  });
});
