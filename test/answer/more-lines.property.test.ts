import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answer/index.ts';
import { loadCorpus, readVisiblePassages } from '../../src/corpus/index.ts';
import { createIndex } from '../../src/search/index.ts';

/** Words of one more line are a little less rare, and may weigh a little less in the question. */
const RARER = 0.05;
/** Each of so many questions is asked. */
const NTH = 8;

const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
const { passages } = await readVisiblePassages(corpus, new Date('2026-11-22T12:00:00Z'));
const questions = readFileSync('test/scenarios/golden.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly question: string; readonly expect: readonly string[] })
  .filter(({ expect: answers }, nth) => answers.length > 0 && nth % NTH === 0);

/** All facts, of which one has so many of its lines, the others three. */
const withLines = (fact: string, count: number) =>
  createIndex(
    passages.map((passage) => ({
      ...passage,
      askedAs: passage.askedAs.slice(0, passage.id === fact ? count : 3),
    })),
    corpus.synonyms,
  );

/** How sure a fact is to answer a question, and whether it is the sure answer. */
function judge(index: ReturnType<typeof createIndex>, question: string, fact: string) {
  const found = index.search(question, { limit: 24 });
  const rank = found.hits.findIndex(({ passage }) => passage.id === fact);
  const { confidences, outcome } = decide(found);
  return { confidence: confidences[rank] ?? 0, isAnswer: rank === 0 && outcome === 'answer' };
}

describe('one more line of the desk', () => {
  it.each([0, 1, 3])('never makes its fact a worse answer where it had %d', (count) => {
    const worse: string[] = [];
    let better = 0;
    for (const {
      question,
      expect: [fact = ''],
    } of questions) {
      const before = judge(withLines(fact, count), question, fact);
      const after = judge(withLines(fact, count + 1), question, fact);
      const isWorse = after.confidence < before.confidence - RARER || (before.isAnswer && !after.isAnswer);
      if (isWorse) worse.push(`${before.confidence.toFixed(2)} ${after.confidence.toFixed(2)} ${question}`);
      if (after.confidence > before.confidence + RARER) better += 1;
    }
    expect(worse).toEqual([]);
    expect(better).toBeGreaterThan(questions.length / 10);
  });
});
