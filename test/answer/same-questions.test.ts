import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { OTHER_QUESTIONS, type QuestionPair, SAME_QUESTIONS } from './question-pairs.ts';

let desk: FactDesk;

beforeAll(async () => {
  const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
  desk = await openFactDesk({ corpus, now: () => new Date('2026-12-01T09:00:00Z') });
});

/** Those of the pairs of which one is taken for the other; each question is compared with its counterparts at once. */
async function taken(pairs: readonly QuestionPair[]): Promise<readonly QuestionPair[]> {
  const same: QuestionPair[] = [];
  for (const one of new Set(pairs.map(([first]) => first))) {
    const others = pairs.flatMap(([first, second]) => (first === one ? [second] : []));
    const likenesses = await desk.compareQuestions(one, others);
    others.forEach((other, nth) => {
      if (likenesses[nth]?.isSame) same.push([one, other]);
    });
  }
  return same;
}

describe('whether two questions mean the same', () => {
  it('takes no two questions for one that ask for something else', async () => {
    expect(await taken(OTHER_QUESTIONS)).toEqual([]);
  });

  it('takes most for one that are put in another order, in another form or with other small words', async () => {
    const same = await taken(SAME_QUESTIONS);
    // As measured; those in other words altogether are left to the desk.
    expect(same.length).toBeGreaterThanOrEqual(17);
    expect(same).toContainEqual(['Who won the election in Moldova?', 'who won moldova election']);
  });

  it('says the same of two questions whichever comes first', async () => {
    for (const [one, other] of [...SAME_QUESTIONS.slice(0, 5), ...OTHER_QUESTIONS.slice(0, 5)]) {
      const [forth] = await desk.compareQuestions(one, [other]);
      const [back] = await desk.compareQuestions(other, [one]);
      expect(back?.isSame, `${one} / ${other}`).toBe(forth?.isSame);
    }
  });

  it('compares one with many, each by itself and in their order', async () => {
    const likenesses = await desk.compareQuestions('who won moldova election', [
      'When is the election in Moldova?',
      '',
      'Who won the election in Moldova?',
      'Which volcano erupted in Iceland yesterday?',
    ]);
    expect(likenesses.map((each) => each.isSame)).toEqual([false, false, true, false]);
    expect(likenesses[2]?.likeness).toBeGreaterThan(likenesses[0]?.likeness ?? 1);
  });

  it('bears questions that say nothing', async () => {
    expect(await desk.compareQuestions('', ['', '?', '🙂'])).toHaveLength(3);
    expect(await desk.compareQuestions('What?', [])).toEqual([]);
  });
});
