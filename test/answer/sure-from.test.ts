import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { FARES_QUESTION, FERRY_FARES } from '../ferry-fares.ts';

async function openDesk(sureFrom?: number, written = FERRY_FARES) {
  const sheets = await createFolder({
    'harbour.md': createSheet(written, 'title: Harbour report\npublished: 2025-03'),
  });
  const corpus = await loadCorpus({ sheets, archive: [] });
  return openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z'), sureFrom });
}

describe('a newsroom that chose how sure the bot must be', () => {
  it('is given as close matches what is not so sure, and told so', async () => {
    const usual = await (await openDesk()).ask(FARES_QUESTION);
    expect(usual.outcome).toBe('answer');
    const [{ confidence = 1 } = {}] = usual.quotes;

    const strict = await openDesk((1 + confidence) / 2);
    const answer = await strict.ask(FARES_QUESTION, { explain: true });
    expect(answer.outcome).toBe('choices');
    expect(answer.quotes[0]?.confidence).toBe(confidence);
    expect(answer.explanation?.thresholds.answer).toBe((1 + confidence) / 2);
  });

  it('is given no list of what all together is not so sure', async () => {
    const [question, storms] = [
      'Which storms closed the harbour?',
      ['Anna', 'Bella'].map(
        (name, i) => `## storm-${i}\n> The storm ${name} closed the harbour.\n\n- kind: statement\n`,
      ),
    ];
    const outcome = async (sureFrom?: number) =>
      (await (await openDesk(sureFrom, storms.join('\n'))).ask(question)).outcome;
    expect(await outcome()).toBe('list');
    expect(await outcome(0.9999)).toBe('choices');
  });

  it('is offered no example question that is not answered', async () => {
    expect((await (await openDesk()).onFile()).examples).toHaveLength(1);
    expect((await (await openDesk(0.9999)).onFile()).examples).toEqual([]);
  });
});
