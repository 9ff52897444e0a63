import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/corpus/index.ts';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);

function ask(text: string, question: string, given: Partial<Passage> = {}) {
  const about = passage(text, { kind: 'article', ...given });
  const [hit] = createIndex([about, ...others]).search(question).hits;
  if (hit?.passage.text !== text) throw new Error(`${question} does not find "${text}".`);
  return hit.features;
}

describe('what only the decision looks at', () => {
  it('is what is asked about a name, and not the name', () => {
    const question = 'What salary was paid to Anna Kowalska?';
    expect(ask('Anna Kowalska was paid a salary of 90,000 euros.', question).askedWordsMet).toBe(1);
    expect(ask('Anna Kowalska was paid.', question).askedWordsMet).toBe(0.5);
    expect(ask('Anna Kowalska spoke.', question).askedWordsMet).toBe(0);
  });

  it('is what the sentence itself tells, or a question of the desk, and not what surrounds it', () => {
    const question = 'What salary was paid to Anna Kowalska?';
    const context = 'A salary was paid.';
    expect(ask('Anna Kowalska spoke.', question, { context }).askedWordsMet).toBe(0);
    expect(ask('Anna Kowalska spoke.', question, { askedAs: [question] }).askedWordsMet).toBe(1);
  });

  it('is whether the noun that is asked for stands there', () => {
    const question = 'Which salary has Anna Kowalska?';
    expect(ask('Anna Kowalska has a salary of 90,000 euros.', question).lacksFocus).toBe(0);
    expect(ask('Anna Kowalska has a boat.', question).lacksFocus).toBeGreaterThan(0.5);
    expect(ask('Anna Kowalska has a boat.', 'When did Anna Kowalska buy a boat?').lacksFocus).toBe(0);
  });

  it('is how far apart the words of the question stand', () => {
    const question = 'Did Anna Kowalska buy a boat?';
    const near = ask('Anna Kowalska will buy a boat.', question).widestGap;
    const far = ask(
      'Anna Kowalska said on Monday, after a long day of talks with owners of the yard, that few buy a boat.',
      question,
    ).widestGap;
    expect(near).toBeLessThan(0.2);
    expect(far).toBeGreaterThan(0.7);
    expect(ask('The boat sank.', 'boat').widestGap).toBe(1);
  });
});
