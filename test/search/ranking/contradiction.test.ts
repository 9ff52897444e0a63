import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/answer/index.ts';
import type { Passage } from '../../../src/corpus/index.ts';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);
function ask(about: Passage, question: string) {
  const found = createIndex([about, ...others]).search(question);
  const [hit] = found.hits;
  if (!hit || hit.passage.id !== about.id) throw new Error(`${question} does not find ${about.id}.`);
  return { ...hit.features, ...decide(found) };
}

const mines = passage('In 2022 Austin approved the delivery of 700 mines to the army.', { asOf: '2022' });

describe('what a quote contradicts', () => {
  it.each([
    [
      'a year',
      'Did Austin approve the delivery of mines in 2022?',
      'Did Austin approve the delivery of mines in 2021?',
    ],
    [
      'a number',
      'Did Austin approve the delivery of 700 mines?',
      'Did Austin approve the delivery of 500 mines?',
    ],
  ])('counts against it, and it is no answer: %s', (_what, right, wrong) => {
    expect(ask(mines, right)).toMatchObject({ contradiction: 0, outcome: 'answer' });
    expect(ask(mines, wrong).contradiction).toBe(1);
    expect(ask(mines, wrong).outcome).not.toBe('answer');
  });

  it('is the year that it is as of, where it names none', () => {
    const dated = passage('Austin approved the delivery of mines to the army.', { asOf: '2019-05-02' });
    const question = 'Did Austin approve the delivery of mines in 2024?';
    expect(ask(dated, question)).toMatchObject({ contradiction: 1 });
    expect(ask(dated, question.replace('2024', '2019'))).toMatchObject({ contradiction: 0 });
    // The day that somebody opened a page says nothing of what stands there.
    expect(ask({ ...dated, isUndated: true }, question)).toMatchObject({ contradiction: 0 });
    // In an article the year often stands in another sentence.
    expect(ask({ ...dated, context: 'It was in 2024.' }, question)).toMatchObject({ contradiction: 0 });
  });

  it('is nothing that stands beside what was asked', () => {
    const both = passage('In 2021 and 2022 Austin approved 500 and 700 mines.', { asOf: '2022' });
    expect(ask(both, 'How many mines did Austin approve in 2022?').contradiction).toBe(0);
  });
});
