import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import type { EncodeQuestion } from '../../src/encoder/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

async function openWith(encodeQuestion: EncodeQuestion) {
  const section = '## ferries\n> The ferries carried many passengers.\n\n- kind: statement\n';
  const corpus = await loadCorpus({
    sheets: await createFolder({ 'a.md': createSheet(section) }),
    archive: [],
  });
  return openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z'), encodeQuestion });
}

describe('a question that the encoder is asked for', () => {
  it('is answered without it where it is late, which the explanation says', async () => {
    const desk = await openWith(async () => ({ without: 'late' }));
    const { quotes, explanation } = await desk.ask('Did ferries carry passengers?', { explain: true });
    expect(quotes[0]?.text).toBe('The ferries carried many passengers.');
    expect(explanation?.withoutEncoder).toBe('late');
  });

  it('has its slips mended before', async () => {
    const asked: string[] = [];
    const desk = await openWith(async (question) => {
      asked.push(question);
      return { without: 'failed' };
    });
    await desk.ask('Who were the pasengers?');
    expect(asked).toEqual(['Who were the passengers?']);
  });
});
