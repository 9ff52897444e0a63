import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';

let desk: FactDesk;
let limit: number;

const timed = async (question: string, earlier?: string) => {
  const start = performance.now();
  const answer = await desk.ask(question, earlier === undefined ? {} : { earlier });
  return { answer, ms: performance.now() - start };
};

beforeAll(async () => {
  const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
  desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const { examples } = await desk.onFile();
  const ordinary: number[] = [];
  for (let round = 0; round < 10; round++)
    for (const question of examples) ordinary.push((await timed(question)).ms);
  const last = ordinary.slice(-ordinary.length / 2).sort((a, b) => a - b);
  // No question may take more than ten times the p95 of ordinary ones; what looks for names is warm by the second time.
  limit = 10 * (last[Math.ceil(last.length * 0.95) - 1] ?? 0);
});

describe('a question nobody means to ask', () => {
  it.each([
    ['a source of 20,000 characters', `mines source:${'x'.repeat(20_000)}`],
    ['a speaker of 20,000 words', `mines speaker:"${'austin '.repeat(20_000)}"`],
    ['a topic of 100 characters', `mines topic:${'y'.repeat(100)}`],
    ['500 filters', 'source:hrw '.repeat(500)],
    ['500 phrases', '"land mines" '.repeat(500)],
    ['20,000 words', 'mines killed people '.repeat(7000)],
    ['20,000 digits', '1'.repeat(20_000)],
    ['500 dates', 'since last year on Monday '.repeat(500)],
  ])('does not hold up the desk: %s', async (_what, question) => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push((await timed(question)).ms);
    expect(Math.min(...times)).toBeLessThan(limit);
    const { answer } = await timed(question);
    expect(['answer', 'choices', 'none']).toContain(answer.outcome);
  });

  it.each([
    ['blank lines', `and why${'\n'.repeat(39_000)}?`, 'How many mines are there?'],
    ['blank lines and a word', `why${'\n'.repeat(39_000)}x`, 'How many mines are there?'],
    ['blank lines before', 'and in 2023?', `How many mines in${' \n'.repeat(19_000)}x?`],
  ])('does not hold up the desk after another: %s', async (_what, question, earlier) => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) times.push((await timed(question, earlier)).ms);
    expect(Math.min(...times)).toBeLessThan(limit);
  });
});
